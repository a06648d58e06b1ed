import type { Selector } from '../promql/ast.ts';
import { type Found, find } from '../promql/walk.ts';
import { matchedValues } from '../registry/matched-values.ts';
import type { Series } from '../registry/series.ts';
import type { Check } from './check.ts';

const label = 'state';

/**
 * A metric with a series for each state is asked for one, or aggregated over them. Of a state set one is
 * always 1: so some of them are asked for, and their max or sum is 1 while it is in one of these.
 */
export const stateSets: Check = {
  name: 'state-set',
  expr: ({ expr, registry, lineAt }) =>
    find(expr, 'selector').flatMap((found) => {
      const series = registry.get(found.node.metric);
      const problem = series?.states === undefined ? undefined : problemOf(found, series);
      return problem === undefined ? [] : [{ line: lineAt(found.node.from), ...problem }];
    }),
};

function problemOf({ node: { metric, matchers }, parents }: Found<Selector>, { labels, states }: Series) {
  const all = labels.get(label) ?? [];
  const asked = matchers.filter((matcher) => matcher.label === label);
  const left = asked.reduce((values, matcher) => matchedValues(values, matcher), all);
  if (states === 'set' && left.length === all.length) {
    return { wrong: `${metric} in every state`, expected: 'one state selected: of all one is always 1' };
  }
  const reducers = parents.flatMap((parent) =>
    parent.kind === 'aggregate' && parent.labels.includes(label) === (parent.clause === 'without')
      ? [parent.operator]
      : [],
  );
  const isReduced = reducers.some((operator) => states === 'counts' || operator === 'max' || operator === 'sum');
  if (left.length <= 1 || isReduced) return undefined;
  const wrong = `${metric} in each of ${left.length} states`;
  return { wrong, expected: `one state selected, or their ${states === 'set' ? 'max or ' : ''}sum without state` };
}
