import { createHash } from 'node:crypto';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { hostFiles, temporaryDirectory, unreadable } from '../../../test/support/temporary-tree.ts';
import { writeTree } from '../../../test/support/tree.ts';
import { ok, type Reading } from '../../model/reading.ts';
import { HostFiles, readingOfError, shapeOf } from './host-files.ts';
import { Progress } from './progress.ts';

const systemError = (code: string) => Object.assign(new Error(code), { code });

describe('what an error means', () => {
  it.each([
    ['ENOENT', 'absent'],
    ['ENOTDIR', 'absent'],
    ['ESRCH', 'absent'],
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['EISDIR', 'denied'],
    ['EINVAL', 'denied'],
    ['EMFILE', 'denied'],
    ['EIO', 'denied'],
  ])('%s: %s', (code, kind) => {
    expect(readingOfError('/proc/1/fd', systemError(code))).toEqual({ kind, detail: `/proc/1/fd: ${code}` });
  });

  it('an error without a code is not lost', () => {
    expect(readingOfError('/proc/1', new RangeError('odd'))).toEqual({
      kind: 'denied',
      detail: '/proc/1: RangeError: odd',
    });
  });
});

describe('real files', () => {
  const tree = { 'proc/text': 'größe\n', 'proc/empty': '', 'proc/loop': unreadable('loop'), 'proc/dir/file': 'x' };

  it.each([
    ['a file', 'text', ok('größe\n')],
    ['an empty one', 'empty', ok('')],
    ['none', 'none', { kind: 'absent' }],
    ['a file for a directory', 'text/below', { kind: 'absent' }],
    ['a directory', 'dir', { kind: 'denied' }],
    ['a loop of links', 'loop', { kind: 'denied' }],
  ])('%s', (_, path, expected) => {
    const files = hostFiles(tree);
    expect(files.readText(files.proc(path))).toMatchObject(expected);
  });

  it('lists names, directories and links', () => {
    const files = hostFiles({ ...tree, 'proc/dir/sub/file': '', 'proc/dir/link': { link: 'socket:[1]' } });
    expect(files.list(files.proc('dir'))).toMatchObject({ value: expect.toSatisfy((names) => names.length === 3) });
    expect(files.listDirectories(files.proc('dir'))).toEqual(ok(['sub']));
    expect(files.readLink(files.proc('dir/link'))).toEqual(ok('socket:[1]'));
    expect(files.readLink(files.proc('text'))).toMatchObject({
      kind: 'denied',
      detail: expect.stringContaining('EINVAL'),
    });
    expect(files.list(files.proc('text'))).toMatchObject({ kind: 'absent' });
    expect(files.directory(files.proc('none'))).toMatchObject({ kind: 'absent' });
    expect(files.filesystem(files.proc('none'))).toMatchObject({ kind: 'absent' });
  });

  it('knows the size of a file system', () => {
    const files = hostFiles(tree);
    const size = files.filesystem(files.root('/'));
    if (size.kind !== 'ok') throw new Error(size.detail);
    expect(size.value.availableBytes).toBeGreaterThan(0);
    expect(size.value.sizeBytes).toBeGreaterThanOrEqual(size.value.availableBytes);
  });

  it.skipIf(process.geteuid?.() !== 0)('is denied what belongs to somebody else', () => {
    const files = hostFiles({ 'proc/secret': { content: 'x', mode: 0 } });
    process.seteuid?.(65_534);
    try {
      // The directory of a test is the tester's alone, so that already the way to it is barred.
      expect(files.readText(files.proc('secret'))).toMatchObject({
        kind: 'denied',
        detail: expect.stringMatching(/EACCES/),
      });
    } finally {
      process.seteuid?.(0);
    }
  });
});

/** A large text as few words, so that a failing test can be read. */
const digest = (reading: Reading<string>) =>
  reading.kind === 'ok'
    ? { length: reading.value.length, hash: createHash('sha256').update(reading.value).digest('hex') }
    : reading;

describe('the buffer', () => {
  const big = Array.from({ length: 60_000 }, (_, line) => `line ${line} of many\n`).join('');

  it('grows with a large file, and a short one after it is read alone', () => {
    const files = hostFiles({ 'proc/big': big, 'proc/small': 'small' });
    expect(big.length).toBeGreaterThan(4 * 256 * 1024);
    expect(digest(files.readText(files.proc('big')))).toEqual(digest(ok(big)));
    expect(files.readText(files.proc('small'))).toEqual(ok('small'));
  });

  it.each([-1, 0, 1])('takes a file of the size of the buffer and %i bytes', (more) => {
    const text = 'x'.repeat(256 * 1024 + more);
    const files = hostFiles({ 'proc/file': text });
    expect(digest(files.readText(files.proc('file')))).toEqual(digest(ok(text)));
  });

  it('stays bounded', () => {
    const files = hostFiles({ 'proc/huge': '' });
    truncateSync(files.proc('huge'), 64 * 1024 * 1024 + 1);
    expect(files.readText(files.proc('huge'))).toMatchObject({
      kind: 'malformed',
      detail: expect.stringMatching(/67108864 bytes/),
    });
  });

  it('takes a record in one piece', () => {
    const files = hostFiles({ 'proc/record': 'one record' });
    expect(files.buffer.toString('utf8', 0, files.readRecord(files.proc('record')))).toBe('one record');
    expect(() => files.readRecord(files.proc('none'))).toThrow('ENOENT');
  });
});

describe('what is skipped', () => {
  it.each([
    ['/proc/1/mountinfo', '/proc/N/mountinfo'],
    ['/proc/12/task/345/stat', '/proc/N/task/N/stat'],
    ['/sys/block/dm-1793/dm/name', '/sys/block/dm-N/dm/name'],
    ['/proc/loadavg', '/proc/loadavg'],
  ])('%s has the shape %s', (path, shape) => {
    expect(shapeOf(path)).toBe(shape);
  });

  function skipping(...skip: readonly string[]) {
    const progress = new Progress();
    // Roots without digits, so that shapes can be written down here.
    const dir = join(temporaryDirectory());
    writeTree(dir, { 'proc/1/stat': 'a', 'proc/22/stat': 'b', 'proc/1/status': 'c' });
    const files = new HostFiles({ procfs: join(dir, 'proc'), sysfs: '/none', rootfs: dir }, progress);
    files.skip = new Set(skip.map((path) => (path.includes('N') ? shapeOf(files.proc(path)) : files.proc(path))));
    return { files, progress };
  }

  it('is one path', () => {
    const { files } = skipping('1/stat');
    expect(files.readText(files.proc('1/stat'))).toMatchObject({
      kind: 'timeout',
      detail: expect.stringMatching(/earlier read/),
    });
    expect(files.readText(files.proc('22/stat'))).toEqual(ok('b'));
  });

  it('is a shape', () => {
    const { files } = skipping('N/stat');
    const kinds = ['1/stat', '22/stat', '1/status'].map((path) => files.readText(files.proc(path)).kind);
    expect(kinds).toEqual(['timeout', 'timeout', 'ok']);
  });

  it('is touched by no call at all, nor announced', () => {
    const { files, progress } = skipping('1/stat');
    const path = files.proc('1/stat');
    const before = progress.look();
    for (const call of ['readText', 'list', 'listDirectories', 'readLink', 'directory', 'filesystem'] as const) {
      expect(files[call](path)).toMatchObject({ kind: 'timeout' });
    }
    expect(() => files.readRecord(path)).toThrow('earlier read');
    expect(progress.look()).toEqual(before);
  });
});

it('announces each call before it is made', () => {
  const progress = new Progress();
  const files = hostFiles({ 'proc/file': '' }, progress);
  const enter = vi.spyOn(progress, 'enter');
  const path = files.proc('file');
  files.readRecord(path);
  for (const call of ['readText', 'list', 'listDirectories', 'readLink', 'directory', 'filesystem'] as const) {
    files[call](path);
  }
  expect(enter.mock.calls).toEqual(Array(7).fill([path]));
});
