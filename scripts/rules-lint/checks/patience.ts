import { spansWindow } from '../registry/traits.ts';
import type { Check } from './check.ts';
import { isHeartbeat } from './heartbeat.ts';

/** Prometheus evaluates a group each minute where it says nothing else. */
const usualInterval = 60;

/** One bad sample raises no alert: `for` waits for two evaluations, or the expression looks at a range of time. */
export const patience: Check = {
  name: 'for',
  rule: ({ rule, expr, registry }) => {
    const least = 2 * (rule.group.interval ?? usualInterval);
    if (rule.kind === 'record' || isHeartbeat(expr)) return [];
    const isPatient = rule.for >= least || (rule.for === 0 && spansWindow(expr, registry));
    if (isPatient) return [];
    return [{ line: rule.line, wrong: `for: ${rule.for}s`, expected: `${least}s or more, or none and a window` }];
  },
};
