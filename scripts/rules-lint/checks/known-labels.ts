import { find } from '../promql/walk.ts';
import { knownLabelsOf } from '../registry/labels-of.ts';
import type { Labels } from '../registry/series.ts';
import type { Check, ExprContext, Problem } from './check.ts';

/** Every label is one that the series has: in matchers, and in by, without, on, ignoring and group_left. */
export const knownLabels: Check = {
  name: 'known-label',
  expr: (context) => [...inMatchers(context), ...inGroupings(context), ...inMatchings(context)],
};

function inMatchers({ expr, registry, lineAt }: ExprContext): readonly Problem[] {
  return find(expr, 'selector').flatMap(({ node }) => {
    const series = registry.get(node.metric);
    if (series === undefined) return [];
    return node.matchers
      .filter(({ label }) => !series.labels.has(label))
      .map(({ label, from }) => problem(lineAt(from), `${node.metric} has no label ${label}`, series.labels));
  });
}

function inGroupings({ expr, registry, lineAt }: ExprContext): readonly Problem[] {
  return find(expr, 'aggregate').flatMap(({ node }) => {
    const inner = knownLabelsOf(node.args.at(-1) ?? node, registry);
    if (inner === undefined) return [];
    const unknown = node.labels.filter((label) => !inner.has(label));
    return unknown.map((label) =>
      problem(lineAt(node.from), `${node.operator} ${node.clause} (${label}): there is no label ${label} there`, inner),
    );
  });
}

function inMatchings({ expr, registry, lineAt }: ExprContext): readonly Problem[] {
  return find(expr, 'binary').flatMap(({ node }) => {
    const [left, right] = [knownLabelsOf(node.left, registry), knownLabelsOf(node.right, registry)];
    if (node.matching === undefined || left === undefined || right === undefined) return [];
    const { clause, labels } = node.matching;
    const isKnown = (label: string) => {
      const sides = [left.has(label), right.has(label)];
      return clause === 'on' ? sides.every(Boolean) : sides.some(Boolean);
    };
    const where = clause === 'on' ? 'one side' : 'either side';
    return labels
      .filter((label) => !isKnown(label))
      .map((label) => problem(lineAt(node.from), `${clause} (${label}): ${where} has no label ${label}`, left));
  });
}

const problem = (line: number, wrong: string, labels: Labels): Problem => ({
  line,
  wrong,
  expected: labels.size === 0 ? 'no label' : `one of ${[...labels.keys()].sort().join(', ')}`,
});
