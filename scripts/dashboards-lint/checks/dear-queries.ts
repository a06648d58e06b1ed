import { find } from '../../rules-lint/promql/walk.ts';
import type { Panel, Query } from '../model/dashboard.ts';
import { numberOf, textOf } from '../model/json.ts';
import type { Check, Problem } from './check.ts';

/** More points than a graph of half a screen can show apart. */
const most = 300;

/** A graph that chooses its lines among all hosts reads every one of them at every point: it has few, and far apart. */
export const dearQueries: Check = {
  name: 'dear-query',
  query: ({ query, expr }) => {
    const { panel } = query;
    const chooses = find(expr, 'aggregate').some(({ node }) => /^(topk|bottomk)$/.test(node.operator));
    return panel !== undefined && chooses && isOverTime(query, panel) ? problemsOf(panel) : [];
  },
};

const isOverTime = ({ name }: Query, panel: Panel): boolean =>
  panel.targets.some(({ refId, json }) => refId === name && json['instant'] !== true);

const problemsOf = ({ json }: Panel): readonly Problem[] => [
  ...(numberOf(json['maxDataPoints']) <= most
    ? []
    : [{ wrong: 'as many points as pixels', expected: `at most ${most}` }]),
  ...(textOf(json['interval']) === '' ? [{ wrong: 'no smallest step', expected: 'an interval, such as 1m' }] : []),
];
