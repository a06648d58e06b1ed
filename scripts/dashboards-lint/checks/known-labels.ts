import { knownLabels as inRules } from '../../rules-lint/checks/known-labels.ts';
import type { Check, QueryContext } from './check.ts';
import { asInRules } from './of-rules.ts';

/** Every label in a query is one that the series has, and so is the label whose values a variable lists. */
export const knownLabels: Check = {
  name: 'known-label',
  query: (context) => [...asInRules(inRules, context.expr, context), ...listed(context)],
};

function listed({ query: { label }, expr, registry }: QueryContext) {
  const labels = expr.kind === 'selector' ? registry.get(expr.metric)?.labels : undefined;
  if (label === undefined || labels === undefined || labels.has(label)) return [];
  return [{ wrong: `label_values of ${label}`, expected: `one of ${[...labels.keys()].sort().join(', ')}` }];
}
