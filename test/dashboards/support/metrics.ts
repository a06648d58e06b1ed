import { join } from 'node:path';
import { loadRules } from '../../../scripts/docs/rule-files.ts';
import { root } from './prometheus.ts';
import type { Query } from './queries.ts';
import { selectedBy } from './selectors.ts';

/** Series that alerts and recording rules read. Errors: an expression is not PromQL. */
export function metricsOfRules(): ReadonlySet<string> {
  const { alerts, records } = loadRules(join(root, 'rules'));
  return metricsOfQueries([...alerts, ...records]);
}

/** Series that queries read. Errors: one is not PromQL. */
export const metricsOfQueries = (queries: readonly Pick<Query, 'expr'>[]): ReadonlySet<string> =>
  new Set(queries.flatMap((query) => selectedBy(query).map(({ metric }) => metric)));
