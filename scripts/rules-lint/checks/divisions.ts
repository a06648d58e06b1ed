import { find } from '../promql/walk.ts';
import { neverZero } from '../registry/traits.ts';
import type { Check } from './check.ts';

/** What something is divided by is above 0, or there is no result: neither NaN nor infinity raises an alert. */
export const divisions: Check = {
  name: 'division',
  expr: ({ expr, registry, lineAt }) =>
    find(expr, 'binary')
      .filter(({ node }) => (node.operator === '/' || node.operator === '%') && !neverZero(node.right, registry))
      .map(({ node }) => ({
        line: lineAt(node.right.from),
        wrong: 'a divisor that may be 0',
        expected: 'a guard such as (x > 0)',
      })),
};
