/** The numbers of a rule's expression, for the tests that compare them with what is drawn. */
import { comparisons, type Expr } from '../../../scripts/rules-lint/promql/ast.ts';
import { constantOf } from '../../../scripts/rules-lint/promql/constant.ts';
import { parseExpr } from '../../../scripts/rules-lint/promql/parse.ts';
import { find } from '../../../scripts/rules-lint/promql/walk.ts';

function parsed(text: string): Expr {
  const result = parseExpr(text);
  if ('expr' in result) return result.expr;
  throw new Error(`${result.problem} in ${text.slice(0, 80)}`);
}

/** What is compared with; `== 0` and `== 1` are states, and `> 0` keeps a division from 0. */
export const comparedIn = (text: string): readonly number[] =>
  find(parsed(text), 'binary')
    .filter(({ node }) => comparisons.has(node.operator) && node.operator !== '==')
    .flatMap(({ node }) => constantOf(node.right) ?? [])
    .filter((value) => value !== 0);

/** Every number, products as well as their factors. */
export const numbersIn = (text: string): readonly number[] => {
  const expr = parsed(text);
  const all = [...find(expr, 'number'), ...find(expr, 'binary')].map(({ node }): Expr => node);
  return all.flatMap((node) => constantOf(node) ?? []);
};
