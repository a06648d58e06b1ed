import type { Expr } from '../promql/ast.ts';
import { find } from '../promql/walk.ts';
import type { Labels } from '../registry/series.ts';
import type { Check } from './check.ts';

/** A query of an annotation is PromQL, and asks for the host that the alert is about and for no other. */
export const templateQueries: Check = {
  name: 'template-query',
  rule: ({ labels, annotations }) =>
    annotations.flatMap(({ template, lineAt }) =>
      template.queries.flatMap(({ from, parsed }) => {
        const line = lineAt(from);
        if ('problem' in parsed) return [{ line, wrong: parsed.problem, expected: 'a query in PromQL' }];
        return missing(parsed.expr, labels).map((label) => ({
          line,
          wrong: `a query of any ${label}`,
          expected: `${label}=%q in each selector, with $labels.${label}`,
        }));
      }),
    ),
};

/** The labels of place that the alert has and a selector of the query does not ask for. */
const missing = (expr: Expr, labels: Labels): readonly string[] =>
  ['instance', 'cluster'].filter(
    (label) =>
      labels.has(label) &&
      !find(expr, 'selector').every(({ node }) =>
        node.matchers.some((matcher) => matcher.label === label && matcher.value === `$labels.${label}`),
      ),
  );
