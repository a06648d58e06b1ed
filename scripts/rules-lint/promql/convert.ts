import type { SyntaxNode } from '@lezer/common';
import type { Expr } from './ast.ts';
import { parseNumber } from './literals.ts';
import { childrenOf, groupingOf, operatorOf, selectorOf, textOf } from './parts.ts';
import { bind, type Chain } from './precedence.ts';
import { Unreadable } from './unreadable.ts';

/** The expression below a node of the grammar's tree. Errors: Unreadable. */
export const exprOf = (node: SyntaxNode, text: string): Expr => bind(chainOf(node, text));

const single = (expr: Expr): Chain => ({ operands: [expr], operators: [] });

/** Everything that stands side by side without parentheses, as one chain. */
function chainOf(node: SyntaxNode, text: string): Chain {
  const [first, ...rest] = childrenOf(node);
  const raw = text.slice(node.from, node.to);
  const { from } = node;
  switch (node.name) {
    case 'PromQL':
      return chainOf(needed(first, node), text);
    case 'BinaryExpr':
      return joined(chainOf(needed(first, node), text), node, chainOf(needed(rest.at(-1), node), text), text);
    case 'ParenExpr':
      return single(exprOf(needed(first, node), text));
    case 'NumberDurationLiteral':
      return single({ kind: 'number', from, value: parseNumber(raw) });
    case 'StringLiteral':
      return single({ kind: 'text', from, value: textOf(node, text) });
    case 'VectorSelector':
      return single(selectorOf(node, text));
    case 'UnaryExpr':
      return wrapped(chainOf(needed(rest[0], node), text), 0, (of) => ({ kind: 'unary', from, of }));
    case 'OffsetExpr':
    case 'StepInvariantExpr':
      return wrappedLast(chainOf(needed(first, node), text), (of) => ({ kind: 'shifted', from: of.from, of }));
    case 'MatrixSelector':
    case 'SubqueryExpr': {
      const seconds = parseNumber(text.slice(needed(rest[0], node).from, needed(rest[0], node).to));
      return wrappedLast(chainOf(needed(first, node), text), (of) => ({ kind: 'window', from: of.from, of, seconds }));
    }
    case 'FunctionCall':
      return single({ kind: 'call', from, name: nameOf(first, text), args: argsOf(node, text) });
    case 'AggregateExpr':
      return single({
        kind: 'aggregate',
        from,
        operator: nameOf(first, text),
        ...groupingOf(node, text),
        args: argsOf(node, text),
      });
    default:
      throw new Unreadable(`${node.name} is not understood`, from);
  }
}

function joined(left: Chain, node: SyntaxNode, right: Chain, text: string): Chain {
  return {
    operands: [...left.operands, ...right.operands],
    operators: [...left.operators, operatorOf(node, text), ...right.operators],
  };
}

const wrappedLast = (chain: Chain, wrap: (of: Expr) => Expr): Chain => wrapped(chain, chain.operands.length - 1, wrap);

const wrapped = ({ operands, operators }: Chain, which: number, wrap: (of: Expr) => Expr): Chain => ({
  operands: operands.map((operand, index) => (index === which ? wrap(operand) : operand)),
  operators,
});

const nameOf = (node: SyntaxNode | undefined, text: string): string =>
  node === undefined ? '' : text.slice(node.from, node.to).toLowerCase();

const argsOf = (node: SyntaxNode, text: string): readonly Expr[] =>
  childrenOf(node.getChild('FunctionCallBody')).map((argument) => exprOf(argument, text));

function needed(node: SyntaxNode | undefined, parent: SyntaxNode): SyntaxNode {
  if (node === undefined) throw new Unreadable(`a part of ${parent.name} is missing`, parent.from);
  return node;
}
