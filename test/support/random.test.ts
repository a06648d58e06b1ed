import { expect, it } from 'vitest';
import { seededRandom } from './random.ts';

it('repeats itself for the same seed and differs for another', () => {
  const [first, again, other] = [1, 1, 2].map((seed) => seededRandom(seed).hex(64));
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

it('stays below the limit and reaches every number', () => {
  const random = seededRandom(3);
  const numbers = new Set(Array.from({ length: 1000 }, () => random.below(7)));
  expect([...numbers].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
