import { jsonText } from '../../model/json-text.ts';
import type { Offender } from '../../model/offenders.ts';
import type { Finding, Report } from '../../model/report.ts';

/** Who says it. */
export interface Reporter {
  /** Name of the host. */
  readonly host: string;
  /** Version of the exporter. */
  readonly version: string;
}

/** Page of an alert in this repository. */
export const runbookOf = (alert: string): string => `docs/runbooks/${alert}.md`;

/** A report as `check --output=json` and `/status` give it. Times are ISO 8601. */
export const reportJson = ({ status, takenAt, findings, unseen }: Report, { host, version }: Reporter) => ({
  status,
  takenAt: isoTime(takenAt),
  host,
  version,
  findings: findings.map(findingJson),
  unseen: unseen.map(({ part, reason }) => ({ part, reason })),
});

const findingJson = ({ alert, severity, summary, culprits, meaning, next }: Finding) => ({
  alert,
  severity,
  summary,
  culprits: culprits.map(culpritJson),
  meaning,
  next,
  runbook: runbookOf(alert),
});

const culpritJson = ({ kind, container, name, process, count, firstSeen, age, pids, places }: Offender) => ({
  kind,
  container,
  name,
  process,
  count,
  firstSeen: isoTime(firstSeen),
  ageSeconds: Math.round(age * 10) / 10,
  pids,
  places,
});

const isoTime = (unixSeconds: number): string => new Date(unixSeconds * 1000).toISOString();

/** The same as text. Names come from containers: nothing in it steers a terminal. */
export const reportText = (report: Report, reporter: Reporter): string => jsonText(reportJson(report, reporter));
