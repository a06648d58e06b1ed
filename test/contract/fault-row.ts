import { type Fault, faults } from '../support/host-faults.ts';
import type { Cost } from './cost.ts';

export interface Row {
  /** Below the root of the host. */
  readonly path: string;
  /** Not for what a process that has just ended is told by. */
  readonly missing?: Cost;
  readonly denied: Cost;
  /** Not for directories. */
  readonly rubbish?: Cost;
}

/** A file whose absence is no failure, and which fails its collectors when it is there and cannot be used. */
export function plain(path: string, collectors: readonly string[], gone: readonly string[]): Row {
  const cost = { gone, failed: collectors };
  return { path, missing: { gone, failed: [] }, denied: cost, rubbish: cost };
}

/** A directory of which the same is true. */
export function directory(
  path: string,
  collector: string,
  gone: readonly string[],
  changed: readonly string[] = [],
): Row {
  return { path, missing: { gone, failed: [] }, denied: { gone, changed, failed: [collector] } };
}

/** The same, whatever is wrong with the file. */
export const always = (path: string, cost: Cost): Row => ({ path, missing: cost, denied: cost, rubbish: cost });

/** Each fault of each row. */
export const casesOf = (row: Row): readonly (readonly [Fault, string, Cost])[] =>
  faults.flatMap((fault) => (row[fault] === undefined ? [] : [[fault, row.path, row[fault]] as const]));
