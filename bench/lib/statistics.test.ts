import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, pairedRatio, quantile, spread } from './statistics.ts';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('median', () => {
  it('is the middle value', () => expect(median([9, 1, 5])).toBe(5));
  it('is the mean of the middle two', () => expect(median([4, 1, 3, 2])).toBe(2.5));
  it('leaves its argument in order', () => {
    const given = [3, 1, 2];
    median(given);
    expect(given).toEqual([3, 1, 2]);
  });
  it('refuses no values', () => expect(() => median([])).toThrow(RangeError));
});

describe('quantile', () => {
  it('is the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(quantile(hundred, 0.99)).toBe(99);
    expect(quantile(hundred, 1)).toBe(100);
    expect(quantile(hundred, 0)).toBe(1);
  });
  it('is always a value that was given', () =>
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) =>
        given.includes(quantile(given, share)),
      ),
    ));
});

describe('spread', () => {
  it('holds the median between least and greatest', () =>
    fc.assert(
      fc.property(values, (given) => {
        const found = spread(given);
        return found.min <= found.median && found.median <= found.max;
      }),
    ));
});

describe('pairedRatio', () => {
  it('is taken of each pair, so a disturbance that hits both cancels out', () =>
    expect(pairedRatio([1, 10, 3], [2, 20, 6])).toEqual({ median: 0.5, min: 0.5, max: 0.5 }));
  it('refuses pairs that are not', () => expect(() => pairedRatio([1, 2], [1])).toThrow(RangeError));
});
