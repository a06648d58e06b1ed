import type { Matcher } from '../../rules-lint/promql/ast.ts';
import { find } from '../../rules-lint/promql/walk.ts';
import type { Query, Variable } from '../model/dashboard.ts';
import { isVariable } from '../queries/variables-in.ts';
import { isOfAlerts } from '../registry/registry.ts';
import type { Problem, QueryContext } from './check.ts';

/** That every selector of a query asks for what the variable of a label holds, where its series have the label. */
export function placeProblems(label: string, { query, expr, registry, dashboard }: QueryContext): readonly Problem[] {
  if (!isAsked(label, query, dashboard.variables)) return [];
  const variable = dashboard.variables.find(({ name }) => name === label);
  // A variable of one value goes with =: Grafana does not escape it, and `[::1]` would be a class of letters.
  const operator = variable?.isMany === false ? '=' : '=~';
  const isRight = (matcher: Matcher) =>
    matcher.label === label && matcher.operator === operator && isVariable(matcher.value, label);
  return (
    find(expr, 'selector')
      .filter(({ node }) => registry.get(node.metric)?.labels.has(label) === true)
      // An alert of a whole fleet has no job, so that to ask for one leaves it out.
      .filter(({ node }) => !(label === 'job' && isOfAlerts(node.metric)))
      .filter(({ node }) => !node.matchers.some(isRight))
      .map(({ node }) => ({ wrong: `${node.metric} of any ${label}`, expected: `${label}${operator}"$${label}"` }))
  );
}

/** The query of a variable depends on those that stand before it. */
function isAsked(label: string, { of, name }: Query, variables: readonly Variable[]): boolean {
  if (of !== 'variable') return true;
  const names = variables.map((variable) => variable.name);
  return names.includes(label) && names.indexOf(label) < names.indexOf(name);
}
