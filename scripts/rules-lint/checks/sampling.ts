import { find } from '../promql/walk.ts';
import type { Check } from './check.ts';

const operators = new Set(['topk', 'bottomk', 'quantile', 'limitk', 'limit_ratio']);

/** Which series topk lets through changes from one evaluation to the next, and `for` begins anew each time. */
export const sampling: Check = {
  name: 'sampling',
  expr: ({ expr, rule, isQuery, lineAt }) =>
    isQuery || rule.kind === 'record'
      ? []
      : find(expr, 'aggregate')
          .filter(({ node }) => operators.has(node.operator))
          .map(({ node }) => ({
            line: lineAt(node.from),
            wrong: `${node.operator} in the expression of an alert`,
            expected: 'a comparison; in a query of an annotation it is fine',
          })),
};
