import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { pageBytesOf, readPageBytes } from './page-size.ts';

const little = os.endianness() === 'LE';

/** An auxiliary vector of these pairs. */
function auxv(...pairs: readonly (readonly [bigint, bigint])[]): Buffer {
  const bytes = Buffer.alloc(pairs.length * 16);
  for (const [index, value] of pairs.flat().entries()) {
    if (little) bytes.writeBigUInt64LE(value, index * 8);
    else bytes.writeBigUInt64BE(value, index * 8);
  }
  return bytes;
}

describe('pageBytesOf', () => {
  it.each([
    ['4 KiB', auxv([33n, 0x7ffcn], [6n, 4096n], [0n, 0n]), 4096],
    ['64 KiB, as arm64 may have', auxv([16n, 6n], [6n, 65_536n], [0n, 0n]), 65_536],
    ['4096 where it is not said', auxv([33n, 1n], [0n, 0n]), 4096],
    ['4096 for nothing', Buffer.alloc(0), 4096],
    ['4096 for a pair cut off', auxv([6n, 65_536n]).subarray(0, 12), 4096],
  ])('%s', (_, bytes, expected) => {
    expect(pageBytesOf(bytes)).toBe(expected);
  });
});

it('agrees with getconf about this machine', () => {
  expect(readPageBytes()).toBe(Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' })));
});
