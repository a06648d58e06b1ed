import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Query } from './queries.ts';

/** A query that finds nothing on a healthy host, and why that is right. */
export interface Allowance {
  readonly dashboard: string;
  /** Title of the panel, `variable NAME` or `annotation NAME`. */
  readonly place: string;
  /** Of all queries of the panel if it is missing. */
  readonly refId?: string;
  readonly reason: string;
}

/** A metric that no rule and no dashboard uses, and what it is there for. */
export interface UnusedMetric {
  readonly metric: string;
  readonly reason: string;
}

const read = <Entry>(name: string): readonly Entry[] =>
  (parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8')) as readonly Entry[] | null) ?? [];

export const allowances: readonly Allowance[] = read('allowed-empty.yml');
export const unusedMetrics: readonly UnusedMetric[] = read('unused-metrics.yml');

export const covers = ({ dashboard, place, refId }: Allowance, query: Query): boolean =>
  dashboard === query.dashboard && place === query.place && (refId === undefined || refId === query.refId);
