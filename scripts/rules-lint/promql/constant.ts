import type { Expr } from './ast.ts';

/** A number that is written out, `7 * 24 * 3600` too; undefined for what has a series in it. */
export function constantOf(expr: Expr): number | undefined {
  if (expr.kind === 'number') return expr.value;
  if (expr.kind !== 'binary' || expr.operator !== '*') return undefined;
  const [left, right] = [constantOf(expr.left), constantOf(expr.right)];
  return left === undefined || right === undefined ? undefined : left * right;
}
