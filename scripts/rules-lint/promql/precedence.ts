import type { Expr, Operator } from './ast.ts';

/** Operands and the operators between them, in the order of the text: one operator fewer than operands. */
export interface Chain {
  readonly operands: readonly Expr[];
  readonly operators: readonly Operator[];
}

const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and', 'unless'],
  ['==', '!=', '>', '<', '>=', '<='],
  ['+', '-'],
  ['*', '/', '%', 'atan2'],
];
const strongest = levels.length;
const levelOf = ({ operator }: Operator): number => {
  const level = levels.findIndex((operators) => operators.includes(operator));
  return level === -1 ? strongest : level;
};

/**
 * The tree of a chain. The grammar lets `offset` take all of `a - b`, for an editor that does no harm; here
 * the operators are bound anew, as Prometheus binds them.
 */
export function bind({ operands, operators }: Chain): Expr {
  const [first] = operands;
  if (first === undefined) throw new RangeError('a chain has one operand at least');
  const at = weakest(operators);
  const operator = operators[at];
  if (operator === undefined) return first;
  const left = bind({ operands: operands.slice(0, at + 1), operators: operators.slice(0, at) });
  const right = bind({ operands: operands.slice(at + 1), operators: operators.slice(at + 1) });
  return { ...operator, kind: 'binary', from: left.from, left, right };
}

/** Where the chain falls apart: at the last of the weakest operators, for `^` at the first. */
function weakest(operators: readonly Operator[]): number {
  const ranks = operators.map(levelOf);
  const least = Math.min(...ranks);
  return least === strongest ? ranks.indexOf(least) : ranks.lastIndexOf(least);
}
