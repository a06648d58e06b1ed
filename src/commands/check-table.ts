import { type Reporter, runbookOf } from '../diagnosis/report/report-json.ts';
import { count } from '../diagnosis/report/words.ts';
import type { Finding, Report, Severity, Status, Unseen } from '../model/report.ts';
import { culpritLine } from './check-culprit.ts';
import { bounded, printable } from './check-text.ts';
import { headed, labelled, type Paint, paint, type Screen } from './screen.ts';

const paints: Readonly<Record<Status | Severity, Paint>> = {
  critical: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: 'cyan',
  ok: ['bold', 'green'],
  unknown: ['bold', 'magenta'],
};

const labelWidth = 8;
const longestReason = 400;

/**
 * A report for a person. The first line says it all, for monitoring systems that show one line; it is the
 * only one that is never broken.
 */
export function tableOf(report: Report, { host }: Reporter, screen: Screen): string {
  const { status, findings, unseen } = report;
  const summary = `${paint(status.toUpperCase(), paints[status], screen)}: ${printable(summaryOf(report, host))}`;
  const blocks = [
    [summary],
    ...findings.map((finding) => findingLines(finding, screen)),
    ...(unseen.length === 0 ? [] : [unseenLines(unseen, screen)]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function summaryOf({ status, findings, unseen }: Report, host: string): string {
  if (status === 'ok') return `nothing wrong on ${host}`;
  if (status === 'unknown') {
    return `nothing wrong to be seen on ${host}, but not all could be seen: ${namesOf(unseen.map(({ part }) => part))}`;
  }
  const problems = findings.filter(({ severity }) => severity !== 'info');
  return `${count(problems.length, 'problem')} on ${host}: ${namesOf(problems.map(({ alert }) => alert))}`;
}

const namesOf = (names: readonly string[]): string => [...new Set(names)].join(', ');

function findingLines(
  { severity, alert, summary, culprits, meaning, next }: Finding,
  screen: Screen,
): readonly string[] {
  const beside = (label: string, text: string) => labelled(label, text, labelWidth, screen);
  return [
    ...headed(severity.toUpperCase(), paints[severity], `${alert}: ${summary}`, screen),
    ...culprits.flatMap((culprit, index) => beside(index === 0 ? 'who' : '', culpritLine(culprit))),
    ...beside('means', meaning),
    ...beside('next', next),
    ...beside('runbook', runbookOf(alert)),
  ];
}

const unseenLines = (unseen: readonly Unseen[], screen: Screen): readonly string[] => [
  paint('NOT SEEN', paints.unknown, screen),
  ...unseen.flatMap(({ part, reason }) =>
    labelled('', bounded(`${part}: ${reason}`, longestReason), labelWidth, screen),
  ),
];
