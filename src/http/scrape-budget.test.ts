import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestBudgetSeconds, scrapeBudget } from './scrape-budget.ts';

it.each([
  [undefined, 9.5],
  ['10', 9.5],
  ['10.000000', 9.5],
  ['60', 9.5],
  ['9'.repeat(400), 9.5], // more than a number holds
  ['5', 4.5],
  [' 5 ', 4.5],
  ['1', 0.5],
  ['1.2', 0.7],
  ['0.6', 0.5],
  ['0.001', 0.5],
  ['0', undefined],
  ['0.0', undefined],
  ['', undefined],
  ['abc', undefined],
  ['-1', undefined],
  ['+5', undefined],
  ['1e3', undefined],
  ['5s', undefined],
  ['.5', undefined],
  ['5.', undefined],
  ['0x10', undefined],
  ['NaN', undefined],
  ['Infinity', undefined],
  ['10, 10', undefined],
])('%j: %s', (header, budget) => {
  expect(scrapeBudget(header)).toEqual(budget === undefined ? undefined : expect.closeTo(budget, 10));
});

it('leaves half a second of each timeout that is long enough, and is never too long', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (timeout) => {
      const budget = scrapeBudget(timeout.toFixed(6)) ?? Number.NaN;
      expect(budget).toBeLessThanOrEqual(timeout - 0.5 + 1e-6);
      expect(budget).toBeLessThanOrEqual(longestBudgetSeconds);
    }),
  );
});

it('is never so short that it takes the time of those who share the look', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (timeout) => {
      expect(scrapeBudget(timeout.toFixed(6))).toBeGreaterThanOrEqual(0.5);
    }),
  );
});
