import type { LabelValues } from '../../../src/model/sample.ts';

/** The labels that a series may have, by name, with the values that each may take. */
export type Labels = ReadonlyMap<string, LabelValues>;

/** What is known of the series of one name. */
export interface Series {
  readonly name: string;
  /** `recorded` is made by a rule of these files, and a gauge. */
  readonly type: 'gauge' | 'counter' | 'info' | 'recorded';
  readonly labels: Labels;
  /** It has a series for each value of the label `state`: of a set exactly one of them is 1, else each counts its own. */
  readonly states?: 'set' | 'counts';
  /** Recorded from a range of time, so that one bad sample does not show. */
  readonly spansWindow?: boolean;
  /** Never 0, so that one may divide by it. */
  readonly neverZero?: boolean;
  /** A share of a whole or a quotient of two things. */
  readonly isRatio?: boolean;
}

export type Registry = ReadonlyMap<string, Series>;

/** Every value that either side may have. */
export function mergeValues(one: LabelValues, other: LabelValues): LabelValues {
  return one === 'free' || other === 'free' ? 'free' : [...new Set([...one, ...other])];
}
