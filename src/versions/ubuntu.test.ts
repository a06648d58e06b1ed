import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ubuntuScheme } from './ubuntu.ts';

function order(a: string, b: string): number {
  const left = ubuntuScheme.parse(a);
  const right = ubuntuScheme.parse(b);
  if (left === undefined || right === undefined) throw new Error(`no versions: ${a}, ${b}`);
  return Math.sign(ubuntuScheme.compare(left, right)) + 0;
}

it.each([
  ['71.114', '72.115'],
  ['72.115', '72.116'],
  ['72.115', '79.123'],
  ['79.123', '135.152'],
  ['71', '72'],
  ['71', '72.115'],
  ['71.114', '72'],
  ['0.11', '0.12'],
])('%s is older than %s', (older, newer) => {
  expect(order(older, newer)).toBe(-1);
  expect(order(newer, older)).toBe(1);
});

it.each([
  ['72', '72.115'],
  ['72', '72'],
  ['72.115', '72.115'],
  ['072', '72'],
])('%s and %s are the same as far as they tell', (a, b) => {
  expect(order(a, b)).toBe(0);
  expect(order(b, a)).toBe(0);
});

const number = fc.integer({ min: 0, max: 4 });
const whole = fc.tuple(number, number).map(([abi, upload]) => `${abi}.${upload}`);
const any = fc.oneof(whole, number.map(String));

it('orders both ways round alike', () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(order(a, b) + order(b, a)).toBe(0);
    }),
  );
});

it('is transitive among those with an upload, and among those without', () => {
  for (const same of [whole, number.map(String)]) {
    fc.assert(
      fc.property(same, same, same, (a, b, c) => {
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
        if (order(a, b) === 0) expect(order(a, c)).toBe(order(b, c));
      }),
    );
  }
});

it('is transitive among all for what is older', () => {
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      if (order(a, b) < 0 && order(b, c) < 0) expect(order(a, c)).toBe(-1);
    }),
    { numRuns: 1000 },
  );
});

it.each(['', '72.', '.115', '72.115.1', '3.13.0-72', '-1', '72a', '72.115~14.04.1', '#115'])(
  'has no version for "%s"',
  (text) => {
    expect(ubuntuScheme.parse(text)).toBeUndefined();
  },
);

it('knows neither pre-releases nor backports that the number hides', () => {
  const version = ubuntuScheme.parse('72.115');
  if (version === undefined) throw new Error('no version');
  expect(ubuntuScheme.isPreReleaseOf(version, version)).toBe(false);
  expect(ubuntuScheme.hasOwnBackports(version)).toBe(false);
});
