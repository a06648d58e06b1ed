import { closest } from '../../../src/model/closest.ts';
import { find } from '../promql/walk.ts';
import type { Check } from './check.ts';

/** Every metric is one of the exporter, of its scrapes, or recorded before. */
export const knownMetrics: Check = {
  name: 'known-metric',
  expr: ({ expr, registry, lineAt }) =>
    find(expr, 'selector')
      .filter(({ node }) => !registry.has(node.metric))
      .map(({ node }) => ({
        line: lineAt(node.from),
        wrong: node.metric === '' ? 'a selector without a metric' : `no series ${node.metric} at this point`,
        expected: expected(node.metric, [...registry.keys()]),
      })),
};

function expected(metric: string, known: readonly string[]): string {
  if (metric.includes(':')) return 'a recording rule of this name above, in an earlier or the same group';
  const near = closest(metric, known);
  return near === undefined ? 'a metric of docs/metrics.md' : `${near}, or another metric of docs/metrics.md`;
}
