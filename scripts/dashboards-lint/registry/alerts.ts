import { comparisons, type Expr } from '../../rules-lint/promql/ast.ts';
import { find } from '../../rules-lint/promql/walk.ts';
import { ruleLabels } from '../../rules-lint/registry/recorded.ts';
import type { Registry } from '../../rules-lint/registry/series.ts';
import type { Rule } from '../../rules-lint/rules/model.ts';

/** One rule of an alert: with which numbers it compares, and what its alerts are told apart by. */
export interface AlertRule {
  readonly severity: string;
  readonly labels: ReadonlySet<string>;
  /** What its value is compared with, to be drawn where the value is; none where it is yes or no, or moves. */
  readonly limit?: number;
  /** Every number of it: those of its other conditions too. */
  readonly all: readonly number[];
}

/** By the name of the alert; one entry for each of its rules. */
export type Alerts = ReadonlyMap<string, readonly AlertRule[]>;

/** `registry` knows what the rules record. */
export function alertsOf(rules: readonly Rule[], registry: Registry): Alerts {
  const alerts = new Map<string, readonly AlertRule[]>();
  for (const rule of rules) {
    if (rule.kind === 'alert') alerts.set(rule.name, [...(alerts.get(rule.name) ?? []), alertRule(rule, registry)]);
  }
  return alerts;
}

function alertRule(rule: Rule, registry: Registry): AlertRule {
  const limit = rule.expr && limitOf(rule.expr);
  return {
    severity: rule.labels.get('severity')?.value ?? '',
    labels: new Set(ruleLabels(rule, registry).keys()),
    all: rule.expr === undefined ? [] : numbersOf(rule.expr),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** A number that is written out, `7 * 24 * 3600` too; undefined for what has a series in it. */
function constantOf(expr: Expr): number | undefined {
  if (expr.kind === 'number') return expr.value;
  if (expr.kind !== 'binary' || expr.operator !== '*') return undefined;
  const [left, right] = [constantOf(expr.left), constantOf(expr.right)];
  return left === undefined || right === undefined ? undefined : left * right;
}

/** The value of `x > 1 and y` is `x`: what the leftmost comparison lets through. */
function limitOf(expr: Expr): number | undefined {
  if (expr.kind !== 'binary') return undefined;
  if (!comparisons.has(expr.operator)) return limitOf(expr.left);
  return expr.operator === '==' || expr.operator === '!=' ? undefined : constantOf(expr.right);
}

/** Every number that an expression compares with; `> 0` only keeps a division from 0. */
export const comparedNumbers = (expr: Expr): readonly number[] =>
  find(expr, 'binary').flatMap(({ node }) => {
    const value = comparisons.has(node.operator) ? constantOf(node.right) : undefined;
    return value === undefined || (node.operator === '>' && value === 0) ? [] : [value];
  });

/** How far a prediction looks ahead is a number that people watch, too. */
const numbersOf = (expr: Expr): readonly number[] => [
  ...comparedNumbers(expr),
  ...find(expr, 'call').flatMap(({ node: { name, args } }) => {
    const ahead = name === 'predict_linear' && args[1] !== undefined ? constantOf(args[1]) : undefined;
    return ahead === undefined ? [] : [ahead];
  }),
];
