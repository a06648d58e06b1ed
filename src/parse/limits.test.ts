import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseMaxOpenFiles } from './limits.ts';

const limits = (line: string) => `Limit                     Soft Limit           Hard Limit           Units     
Max cpu time              unlimited            unlimited            seconds   
Max processes             11700                11700                processes 
${line}
Max file locks            unlimited            unlimited            locks     
`;

it.each([
  [
    'the daemon of incident A',
    'Max open files            1024                 4096                 files     ',
    1024,
    4096,
  ],
  [
    'a daemon of today',
    'Max open files            1073741816           1073741816           files     ',
    1073741816,
    1073741816,
  ],
  [
    'no limit',
    'Max open files            unlimited            unlimited            files     ',
    'unlimited',
    'unlimited',
  ],
] as const)('reads the limits of %s', (_, line, soft, hard) => {
  expect(parseMaxOpenFiles(limits(line))).toEqual(ok({ soft, hard }));
});

it.each([
  'Max open files            1024                 files     ',
  'Max open files            1024                 4096                 bytes     ',
  'Max open files            -1                   4096                 files     ',
  'Max open files            0x400                4096                 files     ',
  'Max open files            many                 4096                 files     ',
])('finds %j malformed and quotes it', (line) => {
  expect(parseMaxOpenFiles(limits(line))).toEqual({
    kind: 'malformed',
    detail: `expected a line "Max open files <soft> <hard> files", got "${line}"`,
  });
});

it('reads back what the kernel would write', () => {
  const limit = fc.oneof(fc.constant('unlimited' as const), fc.nat({ max: 2 ** 40 }));
  fc.assert(
    fc.property(limit, limit, (soft, hard) => {
      const line = `${'Max open files'.padEnd(25)} ${String(soft).padEnd(20)} ${String(hard).padEnd(20)} ${'files'.padEnd(10)}`;
      expect(parseMaxOpenFiles(limits(line))).toEqual(ok({ soft, hard }));
    }),
  );
});
