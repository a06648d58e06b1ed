import { comparisons, type Expr } from '../promql/ast.ts';
import { walk } from '../promql/walk.ts';
import type { Registry } from './series.ts';

/** Where the value of an expression comes from: what comparisons, `and` and functions over time only let through. */
export function sourceOf(expr: Expr): Expr {
  if (expr.kind === 'shifted' || expr.kind === 'window' || expr.kind === 'unary') return sourceOf(expr.of);
  if (expr.kind === 'call' && expr.name.endsWith('_over_time')) return sourceOf(expr.args.at(-1) ?? expr);
  if (expr.kind === 'aggregate' && ['min', 'max', 'avg', 'sum'].includes(expr.operator)) {
    return sourceOf(expr.args.at(-1) ?? expr);
  }
  if (expr.kind !== 'binary') return expr;
  const isFilter = comparisons.has(expr.operator) && !expr.bool;
  const isKept = expr.operator === 'and' || expr.operator === 'unless' || expr.operator === 'or';
  return isFilter || isKept ? sourceOf(expr.left) : expr;
}

/** Whether the value is a share of a whole or a quotient, which nobody reads as a bare number. */
export function isRatio(expr: Expr, registry: Registry): boolean {
  const source = sourceOf(expr);
  if (source.kind === 'selector') return registry.get(source.metric)?.isRatio ?? false;
  return source.kind === 'binary' && source.operator === '/';
}

/** Whether the expression looks at more than one moment: a window in it, or in a recorded series of it. */
export const spansWindow = (expr: Expr, registry: Registry): boolean =>
  [...walk(expr)].some(
    ({ node }) =>
      node.kind === 'window' || (node.kind === 'selector' && registry.get(node.metric)?.spansWindow === true),
  );

/** Whether a divisor cannot be 0: a number, a count of series, or what a comparison has let through. */
export function neverZero(expr: Expr, registry: Registry): boolean {
  if (expr.kind === 'number') return expr.value !== 0;
  if (expr.kind === 'aggregate') return expr.operator === 'count';
  if (expr.kind === 'selector') return registry.get(expr.metric)?.neverZero ?? false;
  if (expr.kind !== 'binary') return false;
  const { operator, bool, left, right } = expr;
  if (operator === '*' || operator === '+') return neverZero(left, registry) && neverZero(right, registry);
  if (bool || right.kind !== 'number') return false;
  if (operator === '>') return right.value >= 0;
  return operator === '>=' ? right.value > 0 : operator === '!=' && right.value === 0;
}
