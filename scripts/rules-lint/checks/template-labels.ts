import { knownLabelsOf } from '../registry/labels-of.ts';
import type { Labels } from '../registry/series.ts';
import type { LabelUse } from '../templates/template.ts';
import type { Check, RuleContext } from './check.ts';

/** A template prints nothing for a label that the expression, or the query it ranges over, has left out. */
export const templateLabels: Check = {
  name: 'template-label',
  rule: (context) =>
    context.annotations.flatMap(({ template, lineAt }) =>
      template.labels.flatMap((use) => {
        const labels = labelsFor(use, context);
        if (labels === undefined || labels.has(use.label)) return [];
        const wrong = `${use.of === 'alert' ? '$labels' : '.Labels'}.${use.label} is not there`;
        return [{ line: lineAt(use.from), wrong, expected: expected(labels) }];
      }),
    ),
};

/** Undefined where the query is not PromQL or of no known metric, which is told already. */
function labelsFor({ of }: LabelUse, { labels, registry }: RuleContext): Labels | undefined {
  if (of === 'alert') return labels;
  if (of === undefined) return new Map();
  return 'expr' in of.parsed ? knownLabelsOf(of.parsed.expr, registry) : undefined;
}

const expected = (labels: Labels): string =>
  labels.size === 0 ? 'no label here' : `one of ${[...labels.keys()].sort().join(', ')}`;
