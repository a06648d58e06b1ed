import { find } from '../../rules-lint/promql/walk.ts';
import type { Variable } from '../model/dashboard.ts';
import { variablesIn } from '../queries/variables-in.ts';
import type { Check } from './check.ts';

/**
 * What holds many values goes with a pattern, of which Grafana makes `(a|b)`; what holds one goes with `=`,
 * because Grafana does not escape that and `[::1]` would be a class of letters.
 */
export const variableOperators: Check = {
  name: 'variable-operator',
  query: ({ dashboard: { variables }, expr }) =>
    find(expr, 'selector').flatMap(({ node }) =>
      node.matchers.flatMap(({ label, operator, value }) =>
        variables
          .filter(({ name }) => variablesIn(value).includes(name))
          .filter(({ isMany }) => isMany !== operator.endsWith('~'))
          .map((variable) => ({ wrong: `${label}${operator}"${value}"`, expected: expected(variable) })),
      ),
    ),
};

const expected = ({ name, isMany }: Variable): string =>
  isMany ? `a pattern: $${name} may have several values` : `= or !=: $${name} has one value`;
