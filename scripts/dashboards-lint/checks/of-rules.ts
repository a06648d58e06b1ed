import type { Check as RuleCheck } from '../../rules-lint/checks/check.ts';
import type { Expr } from '../../rules-lint/promql/ast.ts';
import type { Rule } from '../../rules-lint/rules/model.ts';
import type { Problem, QueryContext } from './check.ts';

const nowhere = { value: '', lineAt: () => 0 };

/** A query of a dashboard is in no rule; what only looks at the expression does not ask for one. */
const noRule: Rule = {
  group: { file: '', line: 0, name: '', interval: undefined },
  line: 0,
  kind: 'record',
  name: '',
  text: nowhere,
  expr: undefined,
  for: 0,
  labels: new Map(),
  annotations: new Map(),
};

/** What a check of expressions in rules finds in an expression of a dashboard. */
export const asInRules = (check: RuleCheck, expr: Expr, { registry }: QueryContext): readonly Problem[] =>
  'expr' in check
    ? check
        .expr({ expr, registry, rule: noRule, isQuery: true, lineAt: () => 0 })
        .map(({ wrong, expected }) => ({ wrong, expected }))
    : [];
