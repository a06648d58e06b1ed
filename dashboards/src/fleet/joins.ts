/**
 * What queries over many hosts have in common: how their series are joined, and which of them are drawn.
 * `cluster` may be missing on both sides, which joins as well.
 */
import type { fleet } from '../lib/queries.ts';

export type Selector = typeof fleet;

const hostLabels = ['cluster', 'job', 'instance'] as const;

/** The matching of one host with itself; `more` are further labels that have to be the same. */
export const onHost = (...more: readonly string[]): string => `on (${[...hostLabels, ...more].join(', ')})`;

/** One series for each host, without the labels that say where on it. */
export const perHost = (aggregation: 'max' | 'count' | 'group', expr: string): string =>
  `${aggregation} by (${hostLabels.join(', ')}) (${expr})`;

/**
 * The lines that were highest at any time in the range, the same all along the axis: a plain `topk` chooses anew at
 * each point, and draws crumbs. `more` are labels beside those of a host by which the series differ.
 *
 * @param among which of them are asked, such as `ofRunning`; all unless given
 */
export const highest = (
  count: number,
  series: string,
  more: readonly string[] = [],
  among: (expr: string) => string = (expr) => expr,
): string => `${series} and ${onHost(...more)} topk(${count}, ${among(`max_over_time(${series}[$__range] @ end())`)})`;

/** The same for series of 0 and 1 where 0 is bad: those that were 1 for the least of the range. */
export const worst = (count: number, series: string, more: readonly string[] = []): string =>
  `${series} and ${onHost(...more)} bottomk(${count}, avg_over_time(${series}[$__range] @ end()))`;

/** Nothing found is 0 only where there is something to look at: else no host at all would be a good sign. */
export const countOf = (found: string, lookedAt: string): string => `count(${found}) or 0 * count(${lookedAt})`;
