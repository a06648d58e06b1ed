import fs from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLog, toLogfmt } from './log.ts';

const line = (fields: Readonly<Record<string, unknown>>): string =>
  toLogfmt(JSON.stringify({ level: 'info', ts: '2026-11-22T12:00:00.000Z', ...fields, msg: 'm' }));
const prefix = 'ts=2026-11-22T12:00:00.000Z level=info msg=m';

describe('logfmt', () => {
  it.each([
    [{}, ''],
    [{ path: '/proc/1/stat' }, ' path=/proc/1/stat'],
    [{ url: 'http://127.0.0.1:10063/metrics' }, ' url=http://127.0.0.1:10063/metrics'],
    [{ n: 1.5, yes: true, no: null }, ' n=1.5 yes=true no=null'],
    [{ empty: '' }, ' empty=""'],
    [{ spaced: 'a b' }, ' spaced="a b"'],
    [{ quoted: 'a"b\\c' }, ' quoted="a\\"b\\\\c"'],
    [{ forged: 'a\nts=1 level=error' }, ' forged="a\\nts=1 level=error"'],
    [{ equals: 'a=b' }, ' equals="a=b"'],
    [{ list: ['a', 1] }, ' list="[\\"a\\",1]"'],
    [{ name: 'größe' }, ' name="größe"'],
  ])('%j', (fields, expected) => {
    expect(line(fields)).toBe(`${prefix}${expected}\n`);
  });

  it('puts time, level and message first, whatever their order', () => {
    expect(toLogfmt('{"a":1,"msg":"two words","level":"warn","ts":"t"}')).toBe('ts=t level=warn msg="two words" a=1\n');
  });
});

describe('the log', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(['logfmt', 'json'] as const)('writes one line to stderr, from its level on (%s)', (format) => {
    const written: unknown[] = [];
    vi.spyOn(fs, 'writeSync').mockImplementation((fd, text) => {
      written.push([fd, text]);
      return 0;
    });
    const log = createLog('warn', format);
    log.info({ a: 1 }, 'not this');
    log.warn({ a: 1 }, 'this');
    const pattern =
      format === 'json'
        ? /^\{"level":"warn","ts":"[^"]+","a":1,"msg":"this"\}\n$/
        : /^ts=\S+ level=warn msg=this a=1\n$/;
    expect(written).toEqual([[2, expect.stringMatching(pattern)]]);
  });

  it('is lost without harm when it cannot be written', () => {
    vi.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw new Error('ENOSPC');
    });
    expect(() => createLog('info', 'logfmt').error({}, 'the disk is full')).not.toThrow();
  });
});
