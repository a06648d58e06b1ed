import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { secondsOf } from './promql-duration.ts';
import type { RecordingRule } from './rule-files.ts';

const childrenOf = (node: SyntaxNode): readonly SyntaxNode[] => {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
};

/**
 * How far an expression looks back in seconds: its longest window. The window of a recorded series counts on top of
 * the one that is laid over it. An `offset` is no window, it shifts one; nor is `last_over_time`, which waits for nothing.
 * @throws if the expression cannot be parsed, or a recording stands on itself
 */
export function windowSeconds(expr: string, records: readonly RecordingRule[]): number {
  const ofNode = (node: SyntaxNode): number => {
    if (node.type.isError) throw new Error(`no PromQL at ${node.from}: ${expr.slice(0, 80)}`);
    const below = Math.max(0, ...childrenOf(node).map(ofNode));
    return below + ownWindow(node, expr) + recordedWindow(node, expr, records);
  };
  return ofNode(parser.parse(expr).topNode);
}

/** The range in brackets. That of a subquery is the first of its two durations. */
function ownWindow(node: SyntaxNode, expr: string): number {
  if (node.name !== 'MatrixSelector' && node.name !== 'SubqueryExpr') return 0;
  const range = node.getChild('DurationExpr');
  if (isWithinLastOverTime(node)) return 0;
  if (range === null) throw new Error(`expected a window in ${expr.slice(node.from, node.to).slice(0, 80)}`);
  return secondsOf(expr.slice(range.from, range.to));
}

/** Whether the function that the window is for, the nearest one around it, is `last_over_time`. */
function isWithinLastOverTime(node: SyntaxNode): boolean {
  let call = node.parent;
  while (call !== null && call.name !== 'FunctionCall') call = call.parent;
  return call?.getChild('FunctionIdentifier')?.firstChild?.name === 'LastOverTime';
}

/** What stands behind a recorded name. Of several rules with one name the longest, each with fewer to look at. */
function recordedWindow(node: SyntaxNode, expr: string, records: readonly RecordingRule[]): number {
  if (node.name !== 'Identifier') return 0;
  const name = expr.slice(node.from, node.to);
  const behind = records.filter(({ record }) => record === name);
  const others = records.filter(({ record }) => record !== name);
  return Math.max(0, ...behind.map((rule) => windowSeconds(rule.expr, others)));
}
