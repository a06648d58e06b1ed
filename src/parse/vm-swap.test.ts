import { describe, expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseVmSwap } from './vm-swap.ts';

const status = (...lines: readonly string[]): string =>
  ['Name:\tpostgres', 'State:\tS (sleeping)', 'Pid:\t1300', ...lines, 'Threads:\t1', ''].join('\n');

describe('swap of a process', () => {
  it.each([
    ['is in bytes', status('VmRSS:\t    1420 kB', 'VmSwap:\t     212 kB'), 212 * 1024],
    ['is 0 when nothing is swapped out', status('VmSwap:\t       0 kB'), 0],
    ['is 0 of a kernel thread and of a zombie, which have no such line', status(), 0],
    ['is not that of a process that is called so', status().replace('postgres', 'VmSwap:\\n9 kB'), 0],
    ['can be as large as the swap of a large host', status('VmSwap:\t8589934592 kB'), 8589934592 * 1024],
  ])('%s', (_, text, bytes) => {
    expect(parseVmSwap(text)).toEqual(ok(bytes));
  });

  it.each([
    ['no status', 'this is no status', /"State:" and "VmSwap:", got "this is no status"/],
    ['nothing', '', /got ""/],
    ['no number', status('VmSwap:\t     many kB'), /"VmSwap: <number> kB", got "VmSwap:/],
    ['another unit', status('VmSwap:\t     212 MB'), /got "VmSwap:/],
    ['a negative number', status('VmSwap:\t      -1 kB'), /got "VmSwap:/],
    ['a number that is too large', status(`VmSwap:\t${'9'.repeat(30)} kB`), /got "VmSwap:/],
  ])('is malformed: %s', (_, text, message) => {
    expect(parseVmSwap(text)).toEqual({ kind: 'malformed', detail: expect.stringMatching(message) });
  });
});
