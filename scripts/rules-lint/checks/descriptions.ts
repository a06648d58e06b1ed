import type { Check } from './check.ts';
import { isHeartbeat } from './heartbeat.ts';

/** The description says where: the instance, or the cluster where the rule is about a fleet. */
export const descriptions: Check = {
  name: 'description',
  rule: ({ rule, expr, labels, annotations }) => {
    if (rule.kind === 'record') return [];
    const line = rule.annotations.get('description')?.lineAt(0) ?? rule.line;
    const description = annotations.find(({ name }) => name === 'description');
    if (description === undefined) return [{ line, wrong: 'no description', expected: 'what is wrong, and where' }];
    const where = ['instance', 'cluster'].find((label) => labels.has(label));
    const isNamed = description.template.labels.some((use) => use.of === 'alert' && use.label === where);
    if (where === undefined || isNamed || isHeartbeat(expr)) return [];
    return [{ line, wrong: `the description does not name the ${where}`, expected: `{{ $labels.${where} }} in it` }];
  },
};
