import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBranches, isBranchFrom, parseAufs } from './aufs.ts';

it.each([
  ['4.1-20151116', '4.1', '20151116'],
  ['4.1.13+-20160111', '4.1.13+', '20160111'],
  ['4.9.94+-20180730', '4.9.94+', '20180730'],
  ['4.x-rcN-20160111', '4.x-rcN', '20160111'],
  ['3.13-20140303', '3.13', '20140303'],
  ['4.2-20150928', '4.2', '20150928'],
  ['5.15.5-20220117', '5.15.5', '20220117'],
  ['4.1.13+', '4.1.13+', undefined],
  ['4.4', '4.4', undefined],
  ['3.x-rcN', '3.x-rcN', undefined],
])('reads %s', (text, branch, date) => {
  expect(parseAufs(text)).toEqual({ branch, date });
});

it.each([
  '',
  '4',
  '4.1-',
  '4.1-2015',
  '4.1-20151340',
  '4.1-20150032',
  '4.1-99999999',
  '4.1-20151116\n',
  ' 4.1-20151116',
  '4.x',
  '4.x-rc7-20160111',
  '4.1++-20160111',
  'x-rcN',
  '1:3.2+20130722-1.1',
  '4.1.13.1-20160111',
  `4.${'1'.repeat(10_000)}`,
])('finds no version of AUFS in "%.40s"', (text) => {
  expect(parseAufs(text)).toBeUndefined();
});

it.each([
  ['4.15', '4.15', true],
  ['4.15.18+', '4.15', true],
  ['4.16', '4.15', true],
  ['5.4.3', '4.15', true],
  ['5.x-rcN', '4.15', true],
  ['4.14', '4.15', false],
  ['4.9.94+', '4.15', false],
  ['4.x-rcN', '4.15', false],
  ['3.x-rcN', '4.15', false],
  ['4.1.13+', '4.1', true],
  ['4.1', '4.1.13+', false],
  ['4.1.13', '4.1.13+', false],
  ['nonsense', '4.15', false],
  ['4.16', 'nonsense', false],
])('branch %s is from %s: %s', (branch, from, expected) => {
  expect(isBranchFrom(branch, from)).toBe(expected);
});

it.each([
  ['4.x-rcN', '4.15'],
  ['4.15', '4.x-rcN'],
  ['4.15-20180219', '4.15'],
  ['', '4.15'],
])('cannot compare %s with %s', (a, b) => {
  expect(compareBranches(a, b)).toBeUndefined();
});

const branches = fc.constantFrom(
  '3.13',
  '3.x-rcN',
  '4.1',
  '4.1.13',
  '4.1.13+',
  '4.2',
  '4.15',
  '4.15.18+',
  '4.x-rcN',
  '5.0',
  '5.x-rcN',
);
const order = (a: string, b: string) => {
  const found = compareBranches(a, b);
  return found === undefined ? undefined : Math.sign(found) + 0;
};

it('orders both ways round alike, and what is older transitively', () => {
  fc.assert(
    fc.property(branches, branches, branches, (a, b, c) => {
      expect(order(a, a)).toBe(0);
      const there = order(a, b);
      expect(order(b, a)).toBe(there === undefined ? undefined : 0 - there);
      if (there === -1 && order(b, c) === -1) expect(order(a, c)).not.toBe(1);
    }),
    { numRuns: 1000 },
  );
});

it('never throws on any text', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.stringMatching(/^[\d.x+rcN-]*$/));
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      parseAufs(a);
      expect(isBranchFrom(a, b)).toBe((compareBranches(a, b) ?? -1) >= 0);
    }),
  );
});
