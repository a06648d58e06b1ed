import type { Query } from './queries.ts';

/**
 * How many series of one query a panel can show so that a person can read them, by the kind of panel. Two more kinds of
 * question: the entries of a drop-down, and the marks of annotations, each of which comes from a series.
 */
const seriesLimits: Readonly<Record<string, number>> = {
  stat: 8,
  gauge: 8,
  bargauge: 20,
  piechart: 12,
  barchart: 30,
  timeseries: 30,
  'state-timeline': 30,
  'status-history': 20,
  table: 100,
  variable: 500,
  annotation: 100,
};

/** Of a panel that says in its title how many it shows, as `top 10`, that number. */
export function seriesLimitOf({ kind, place }: Pick<Query, 'kind' | 'place'>): number | undefined {
  const limit = seriesLimits[kind];
  const top = /\btop (\d+)\b/.exec(place)?.[1];
  return limit === undefined || top === undefined ? limit : Math.min(limit, Number(top));
}
