import { knownValues as inRules } from '../../rules-lint/checks/known-values.ts';
import type { Selector } from '../../rules-lint/promql/ast.ts';
import { find } from '../../rules-lint/promql/walk.ts';
import { variablesIn } from '../queries/variables-in.ts';
import type { Check } from './check.ts';
import { asInRules } from './of-rules.ts';

/** Every value in a matcher is in the closed list of its label; what a variable holds is not known here. */
export const knownValues: Check = {
  name: 'known-value',
  query: (context) =>
    find(context.expr, 'selector').flatMap(({ node }) => asInRules(inRules, withoutVariables(node), context)),
};

const withoutVariables = (selector: Selector): Selector => ({
  ...selector,
  matchers: selector.matchers.filter(({ value }) => variablesIn(value).length === 0),
});
