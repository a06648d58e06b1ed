import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { seconds } from './rule-files.ts';

/** A change of an expression that some test has to notice. */
export interface ExprMutant {
  readonly what: string;
  readonly expr: string;
}

interface Edit {
  readonly what: string;
  readonly node: SyntaxNode;
  readonly text: string;
}

const comparisons = new Set(['Eql', 'Neq', 'Gtr', 'Gte', 'Lss', 'Lte']);
const setOperators = new Set(['And', 'Or', 'Unless']);
const durations = new Set(['NumberDurationLiteralInDurationContext']);

/** Every mutant of an expression: thresholds, operands of and, or, unless, windows, offsets, bridges over scrape gaps. */
export function mutantsOf(expr: string): readonly ExprMutant[] {
  const edits: Edit[] = [];
  const textOf = (node: SyntaxNode): string => expr.slice(node.from, node.to);
  parser.parse(expr).iterate({
    enter: ({ node, type }) => {
      if (type.isError) throw new Error(`no PromQL at ${node.from}: ${expr.slice(0, 80)}`);
      if (node.name === 'BinaryExpr') edits.push(...ofBinary(node, textOf));
      if (node.name === 'FunctionCall') edits.push(...ofCall(node, textOf));
      if (durations.has(node.name)) edits.push(...ofDuration(node, textOf));
    },
  });
  return edits.map(({ what, node, text }) => ({
    what: `${what} in ${placeOf(expr, node)}`,
    expr: expr.slice(0, node.from) + text + expr.slice(node.to),
  }));
}

type TextOf = (node: SyntaxNode) => string;

function ofBinary(node: SyntaxNode, textOf: TextOf): readonly Edit[] {
  const operator = node.firstChild?.nextSibling;
  const [left, right] = [node.firstChild, node.lastChild];
  if (!(left && right && operator)) throw new Error(`expected two sides in ${textOf(node).slice(0, 80)}`);
  if (comparisons.has(operator.name)) {
    return [left, right].flatMap((side) => [...ofThreshold(side, operator, textOf), ...ofFactor(side, textOf)]);
  }
  if (!setOperators.has(operator.name)) return [];
  const dropRight = { what: `without the right of ${textOf(operator)}`, node, text: `(${textOf(left)})` };
  const dropLeft = { what: `without the left of ${textOf(operator)}`, node, text: `(${textOf(right)})` };
  return operator.name === 'Unless' ? [dropRight] : [dropRight, dropLeft];
}

/** Counts are whole: half of 1 is 0. Of 0 there is neither half nor double: `> 0` lets 0 in, `== 0` becomes `== 1`. */
function ofThreshold(side: SyntaxNode, operator: SyntaxNode, textOf: TextOf): readonly Edit[] {
  const text = textOf(side);
  if (!isConstant(text)) return [];
  if (text === '0' && operator.name === 'Gtr') return [{ what: '> 0 as >= 0', node: operator, text: '>=' }];
  if (text === '0') return [{ what: `${textOf(operator)} 0 as 1`, node: side, text: '1' }];
  return scaled(side, text);
}

function ofFactor(side: SyntaxNode, textOf: TextOf): readonly Edit[] {
  if (side.name !== 'BinaryExpr' || side.firstChild?.nextSibling?.name !== 'Mul') return [];
  return [side.firstChild, side.lastChild].flatMap((each) =>
    each && isConstant(textOf(each)) && !isConstant(textOf(side)) ? scaled(each, textOf(each)) : [],
  );
}

/** Numbers alone: no series, no function. */
const isConstant = (text: string): boolean => /^[\d\s.*+()-]+$/.test(text);

const scaled = (node: SyntaxNode, text: string): readonly Edit[] => [
  { what: `${text} doubled`, node, text: `(2 * (${text}))` },
  { what: `${text} halved`, node, text: text === '1' ? '0' : `(0.5 * (${text}))` },
];

/** `last_over_time` is there for scrape gaps alone, so one of them must tell when it is gone; a horizon is a threshold. */
function ofCall(node: SyntaxNode, textOf: TextOf): readonly Edit[] {
  const name = functionOf(node);
  if (name === 'LastOverTime') {
    const bare = textOf(node).replace(/^last_over_time\s*\((.*)\[\w+\](.*)\)$/s, '$1$2');
    return [{ what: 'no last_over_time', node, text: bare }];
  }
  const horizon = node.getChild('FunctionCallBody')?.lastChild;
  return name === 'PredictLinear' && horizon ? scaled(horizon, textOf(horizon)) : [];
}

/** Windows and offsets; not the windows of `last_over_time`, which wait for nothing. */
function ofDuration(node: SyntaxNode, textOf: TextOf): readonly Edit[] {
  let call = node.parent;
  while (call !== null && call.name !== 'FunctionCall' && call.name !== 'BinaryExpr') call = call.parent;
  if (node.parent?.name === 'DurationExpr' && call !== null && functionOf(call) === 'LastOverTime') return [];
  const text = textOf(node);
  return [
    { what: `${text} doubled`, node, text: `${2 * seconds(text)}s` },
    { what: `${text} halved`, node, text: `${seconds(text) / 2}s` },
  ];
}

const functionOf = (call: SyntaxNode): string | undefined => call.getChild('FunctionIdentifier')?.firstChild?.name;

/** Where a change is: the smallest call or comparison around it, in one line. */
function placeOf(expr: string, node: SyntaxNode): string {
  let around: SyntaxNode = node;
  while (around.parent !== null && !['BinaryExpr', 'FunctionCall', 'OffsetExpr'].includes(around.name))
    around = around.parent;
  return expr.slice(around.from, around.to).trim().replace(/\s+/g, ' ');
}
