import type { SyntaxNode } from '@lezer/common';
import type { Aggregate, Matcher, Matching, MatchOperator, Operator, Selector } from './ast.ts';
import { unquote } from './literals.ts';
import { Unreadable } from './unreadable.ts';

/** What a node consists of, without comments. */
export function childrenOf(node: SyntaxNode | null): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node?.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') children.push(child);
  }
  return children;
}

/** The text within the quotes of a StringLiteral. */
export function textOf(node: SyntaxNode, text: string): string {
  const value = unquote(text.slice(node.from, node.to));
  if (value === undefined) throw new Unreadable('a text without its closing quote', node.from);
  return value;
}

const rawOf = (node: SyntaxNode, text: string): string => text.slice(node.from, node.to);

/** A name of a label, bare or in quotes. */
const labelOf = (node: SyntaxNode, text: string): string => {
  const quoted = node.getChild('StringLiteral');
  return quoted === null ? rawOf(node, text) : textOf(quoted, text);
};

const labelsOf = (node: SyntaxNode | undefined, text: string): readonly string[] =>
  childrenOf(node ?? null).map((label) => labelOf(label, text));

/** `metric{label="value"}`, or the metric in quotes within the braces. */
export function selectorOf(node: SyntaxNode, text: string): Selector {
  const entries = childrenOf(node.getChild('LabelMatchers'));
  const name = node.getChild('Identifier');
  const quoted = entries.find((entry) => entry.name === 'QuotedLabelName');
  const matchers = entries.filter((entry) => entry.name !== 'QuotedLabelName').map((entry) => matcherOf(entry, text));
  const metric = name === null ? quoted && labelOf(quoted, text) : rawOf(name, text);
  return { kind: 'selector', from: node.from, metric: metric ?? '', matchers };
}

function matcherOf(node: SyntaxNode, text: string): Matcher {
  const [label, operator, value] = childrenOf(node);
  if (!label || !operator || !value) throw new Unreadable('a matcher that is not whole', node.from);
  return {
    from: node.from,
    label: labelOf(label, text),
    operator: rawOf(operator, text) as MatchOperator,
    value: textOf(value, text),
  };
}

/** `by (a)` or `without (a)`; none is `by ()`. */
export function groupingOf(node: SyntaxNode, text: string): Pick<Aggregate, 'clause' | 'labels'> {
  const modifier = node.getChild('AggregateModifier');
  const clause = modifier?.getChild('Without') ? 'without' : 'by';
  return { clause, labels: labelsOf(modifier?.getChild('GroupingLabels') ?? undefined, text) };
}

/** The operator of a BinaryExpr with all that says how its sides are matched. */
export function operatorOf(node: SyntaxNode, text: string): Operator {
  const sign = childrenOf(node)[1];
  if (sign === undefined) throw new Unreadable('an operator is missing', node.from);
  const clause = node.getChild('MatchingModifierClause');
  return {
    from: sign.from,
    operator: rawOf(sign, text).toLowerCase(),
    bool: node.getChild('BoolModifier') !== null,
    ...(clause === null ? {} : { matching: matchingOf(clause, text) }),
  };
}

function matchingOf(clause: SyntaxNode, text: string): Matching {
  const [labels, included] = clause.getChildren('GroupingLabels');
  const many = clause.getChild('GroupLeft') ? 'left' : clause.getChild('GroupRight') ? 'right' : undefined;
  return {
    clause: clause.getChild('On') ? 'on' : 'ignoring',
    labels: labelsOf(labels, text),
    included: labelsOf(included, text),
    ...(many === undefined ? {} : { many }),
  };
}
