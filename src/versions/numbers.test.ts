import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareDigits, compareNumbers } from './numbers.ts';

it('compares runs of digits as the numbers they are', () => {
  const runs = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(runs, runs, ([a, zeros], [b, otherZeros]) => {
      const order = compareDigits('0'.repeat(zeros) + a, '0'.repeat(otherZeros) + b);
      expect(Math.sign(order) + 0).toBe(a === b ? 0 : a < b ? -1 : 1);
    }),
  );
});

it('takes no digits for zero', () => {
  expect(compareDigits('', '0')).toBe(0);
  expect(compareDigits('', '1')).toBeLessThan(0);
});

it('takes what is missing at the end for zero', () => {
  expect(compareNumbers([4, 13], [4, 13, 0])).toBe(0);
  expect(compareNumbers([4, 13], [4, 13, 1])).toBeLessThan(0);
  expect(compareNumbers([4, 13, 1], [4, 13])).toBeGreaterThan(0);
  expect(compareNumbers([], [])).toBe(0);
});
