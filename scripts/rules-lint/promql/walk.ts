import type { Expr } from './ast.ts';

/** An expression within another, and what it stands in, the outermost first. */
export interface Found<Kind extends Expr = Expr> {
  readonly node: Kind;
  readonly parents: readonly Expr[];
}

/** What an expression is made of. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'window':
    case 'shifted':
    case 'unary':
      return [expr.of];
    case 'call':
    case 'aggregate':
      return expr.args;
    case 'binary':
      return [expr.left, expr.right];
    default:
      return [];
  }
}

/** The expression itself and everything within it, from left to right. */
export function* walk(expr: Expr, parents: readonly Expr[] = []): Generator<Found> {
  yield { node: expr, parents };
  for (const part of partsOf(expr)) yield* walk(part, [...parents, expr]);
}

/** Everything of one kind within an expression. */
export const find = <Kind extends Expr['kind']>(
  expr: Expr,
  kind: Kind,
): readonly Found<Extract<Expr, { kind: Kind }>>[] =>
  [...walk(expr)].filter((found): found is Found<Extract<Expr, { kind: Kind }>> => found.node.kind === kind);
