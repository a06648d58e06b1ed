import type { Check, Problem, RuleContext } from './check.ts';
import { isHeartbeat } from './heartbeat.ts';

const severities = ['critical', 'warning', 'info'];
const component = 'docker-host';

/** Routing goes by severity and component, so each alert has both, with values that somebody routes. */
export const alertLabels: Check = {
  name: 'alert-labels',
  rule: (context) =>
    context.rule.kind === 'record'
      ? []
      : [
          ...differs(context, 'severity', isHeartbeat(context.expr) ? ['none'] : severities),
          ...differs(context, 'component', [component]),
        ],
};

function differs({ rule }: RuleContext, label: string, allowed: readonly string[]): readonly Problem[] {
  const given = rule.labels.get(label);
  if (given !== undefined && allowed.includes(given.value)) return [];
  const wrong = given === undefined ? `no label ${label}` : `${label}: ${given.value}`;
  return [{ line: given?.lineAt(0) ?? rule.line, wrong, expected: allowed.join(', ') }];
}
