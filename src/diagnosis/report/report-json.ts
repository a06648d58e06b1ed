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

/**
 * The same as text, with a newline at its end. Names come from containers: what could steer a terminal and
 * JSON leaves as it is (delete, the C1 controls, marks that turn the direction of writing) is escaped.
 */
export const reportText = (report: Report, reporter: Reporter): string =>
  `${JSON.stringify(reportJson(report, reporter), null, 2).replace(unprintable, escaped)}\n`;

const unprintable = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const escaped = (char: string): string =>
  char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
