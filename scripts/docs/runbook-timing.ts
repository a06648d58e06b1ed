import { table } from './markdown.ts';
import { durationOf } from './promql-duration.ts';
import { windowSeconds } from './promql-window.ts';
import type { AlertingRule, RecordingRule, Rules } from './rule-files.ts';

/** Seconds until the rule fires, once what it looks for is there and stays: the longest window and `for`. */
export const delaySeconds = (rule: AlertingRule, records: readonly RecordingRule[]): number =>
  windowSeconds(rule.expr, records) + rule.forSeconds;

/** A time in a cell of a table. */
export const timeOf = (seconds: number): string => durationOf(seconds) || '-';

/** The table in the section Timing of an alert's page: a row for each severity. */
export function timingTable(alert: string, { alerts, records }: Rules): string {
  const rows = alerts
    .filter((rule) => rule.alert === alert)
    .map((rule) => [
      rule.severity,
      timeOf(windowSeconds(rule.expr, records)),
      timeOf(rule.forSeconds),
      timeOf(delaySeconds(rule, records)),
      timeOf(rule.keepFiringForSeconds),
    ]);
  return table(['Severity', 'Window', '`for`', 'Fires after', '`keep_firing_for`'], rows);
}
