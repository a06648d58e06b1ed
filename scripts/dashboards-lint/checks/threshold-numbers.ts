import type { Check, PanelContext, Problem } from './check.ts';
import { namedAlerts } from './named-alerts.ts';
import { thresholdsOf } from './threshold-steps.ts';

/** Whether there is one at all, and whether there is anything: these need no alert. */
const plain = [0, 1];

/** Every number from which a panel changes its colour is one with which an alert compares that the panel names. */
export const thresholdNumbers: Check = {
  name: 'threshold-number',
  panel: (context) => thresholdsOf(context.panel).flatMap((each) => problemsOf(each, context)),
};

function problemsOf(
  { of, isPercent, values }: ReturnType<typeof thresholdsOf>[number],
  { panel, alerts }: PanelContext,
): readonly Problem[] {
  const [base, ...steps] = values;
  if (
    base !== null ||
    steps.some((step, index) => step === null || step <= (values[index] ?? Number.NEGATIVE_INFINITY))
  ) {
    return [{ wrong: `steps ${JSON.stringify(values)} of ${of}`, expected: 'null, then numbers that grow' }];
  }
  if (isPercent && steps.length > 0) {
    return [{ wrong: `thresholds of ${of} in percent of its range`, expected: 'absolute numbers, as in the rules' }];
  }
  const named = namedAlerts(panel);
  const known = [...plain, ...named.flatMap((alert) => (alerts.get(alert) ?? []).flatMap(({ all }) => all))];
  const numbers = named.length === 0 ? 'the runbook of its alert in the panel' : `a number of ${named.join(', ')}`;
  return steps
    .filter((step) => step !== null && !known.includes(step))
    .map((step) => ({ wrong: `a threshold at ${step} of ${of}`, expected: numbers }));
}
