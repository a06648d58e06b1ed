import { type Binary, setOperators } from '../promql/ast.ts';
import { find } from '../promql/walk.ts';
import { knownLabelsOf, only, without } from '../registry/labels-of.ts';
import type { Labels } from '../registry/series.ts';
import type { Check, ExprContext, Problem } from './check.ts';

/** Both sides of an operator have the labels by which they are matched, and only one series of a side has them. */
export const matching: Check = {
  name: 'matching',
  expr: (context) => find(context.expr, 'binary').flatMap(({ node }) => problemsOf(node, context)),
};

function problemsOf(node: Binary, { registry, lineAt }: ExprContext): readonly Problem[] {
  const [left, right] = [knownLabelsOf(node.left, registry), knownLabelsOf(node.right, registry)];
  if (left === undefined || right === undefined) return [];
  const line = lineAt(node.from);
  const [one, other] = [keyOf(left, node), keyOf(right, node)];
  if (names(one) !== names(other) && node.matching?.clause !== 'on') {
    const wrong = `${node.operator} between labels (${names(one)}) and (${names(other)})`;
    return [{ line, wrong, expected: 'on or ignoring, so that both sides have the same' }];
  }
  if (setOperators.has(node.operator)) return [];
  return [left, right].flatMap((side, index) => {
    if (node.matching?.many === (index === 0 ? 'left' : 'right')) return [];
    const dropped = [...without(side, [...keyOf(side, node).keys()])].filter(([, values]) => values.length !== 1);
    const wrong = `${node.operator} leaves ${dropped.map(([name]) => name).join(', ')} out, by which series differ`;
    return dropped.length === 0 ? [] : [{ line, wrong, expected: 'one value of it selected, or it aggregated away' }];
  });
}

/** The labels of a side by which it is matched. */
function keyOf(labels: Labels, { matching: clause }: Binary): Labels {
  if (clause === undefined) return labels;
  return clause.clause === 'on' ? only(labels, clause.labels) : without(labels, clause.labels);
}

const names = (labels: Labels): string => [...labels.keys()].sort().join(', ');
