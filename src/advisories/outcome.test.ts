import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Verdict, verdicts } from '../model/advisory.ts';
import { allOf, anyOf, atMostPossible, holds, outcome } from './outcome.ts';

const of = (...list: readonly Verdict[]) => list.map((verdict, place) => outcome(verdict, `${verdict} ${place}`));

describe('allOf', () => {
  it.each<[readonly Verdict[], Verdict, readonly string[]]>([
    [[], 'exposed', []],
    [['exposed', 'exposed'], 'exposed', ['exposed 0', 'exposed 1']],
    [['exposed', 'possible'], 'possible', ['exposed 0', 'possible 1']],
    [['possible', 'unknown', 'exposed'], 'unknown', ['unknown 1']],
    [['unknown', 'unknown'], 'unknown', ['unknown 0', 'unknown 1']],
    [['unknown', 'clear', 'exposed', 'clear'], 'clear', ['clear 1']],
  ])('of %j is %s', (list, verdict, why) => {
    expect(allOf(of(...list))).toEqual({ verdict, why });
  });
});

describe('anyOf', () => {
  it.each<[readonly Verdict[], Verdict, readonly string[]]>([
    [[], 'clear', []],
    [['clear', 'clear'], 'clear', ['clear 0', 'clear 1']],
    [['clear', 'unknown'], 'unknown', ['unknown 1']],
    [['possible', 'unknown', 'clear', 'possible'], 'possible', ['possible 0', 'possible 3']],
    [['unknown', 'exposed', 'possible'], 'exposed', ['exposed 1']],
  ])('of %j is %s', (list, verdict, why) => {
    expect(anyOf(of(...list))).toEqual({ verdict, why });
  });
});

const negated: Readonly<Record<Verdict, Verdict>> = {
  exposed: 'clear',
  possible: 'unknown',
  unknown: 'possible',
  clear: 'exposed',
};

it('does not depend on the order, and all and any are each other’s mirror', () => {
  const lists = fc.array(fc.constantFrom(...verdicts), { maxLength: 5 });
  fc.assert(
    fc.property(lists, (list) => {
      const [all, any] = [allOf(of(...list)).verdict, anyOf(of(...list)).verdict];
      expect(allOf(of(...list.toReversed())).verdict).toBe(all);
      expect(anyOf(of(...list.toReversed())).verdict).toBe(any);
      if (list.includes('clear')) expect(all).toBe('clear');
      if (list.includes('exposed')) expect(any).toBe('exposed');
      if (!list.some((each) => each === 'unknown' || each === 'possible')) {
        expect(allOf(of(...list.map((each) => negated[each]))).verdict).toBe(negated[any]);
      }
    }),
  );
});

it('gives one reason once', () => {
  const twice = [outcome('unknown', 'kernel not known'), outcome('unknown', 'kernel not known')];
  expect(allOf(twice).why).toEqual(['kernel not known']);
  expect(anyOf(twice).why).toEqual(['kernel not known']);
});

it('answers yes or no', () => {
  expect(holds(true, 'x').verdict).toBe('exposed');
  expect(holds(false, 'x').verdict).toBe('clear');
});

it('caps what is exposed, and only that', () => {
  expect(atMostPossible(outcome('exposed', 'a'), 'because')).toEqual(outcome('possible', 'a', 'because'));
  expect(atMostPossible(outcome('exposed', 'a'))).toEqual(outcome('possible', 'a'));
  for (const verdict of ['possible', 'unknown', 'clear'] as const) {
    expect(atMostPossible(outcome(verdict, 'a'), 'because')).toEqual(outcome(verdict, 'a'));
  }
});
