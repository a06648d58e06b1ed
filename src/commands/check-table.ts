import { styleText } from 'node:util';
import { type Reporter, runbookOf } from '../diagnosis/report/report-json.ts';
import { count } from '../diagnosis/report/words.ts';
import type { Finding, Report, Severity, Status, Unseen } from '../model/report.ts';
import { culpritLine } from './check-culprit.ts';
import { bounded, printable, wrap } from './check-text.ts';

/** Where a table is shown. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly hasColour: boolean;
}

type Paint = Parameters<typeof styleText>[0];

const paints: Readonly<Record<Status | Severity, Paint>> = {
  critical: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: 'cyan',
  ok: ['bold', 'green'],
  unknown: ['bold', 'magenta'],
};

const labelWidth = 8;
const indent = '  ';
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
  const [first = '', ...rest] = wrap(
    printable(`${severity.toUpperCase()} ${alert}: ${summary}`),
    screen.width - indent.length,
  );
  const head = paint(severity.toUpperCase(), paints[severity], screen) + first.slice(severity.length);
  return [
    head,
    ...rest.map((line) => indent + line),
    ...culprits.flatMap((culprit, index) => labelled(index === 0 ? 'who' : '', culpritLine(culprit), screen)),
    ...labelled('means', meaning, screen),
    ...labelled('next', next, screen),
    ...labelled('runbook', runbookOf(alert), screen),
  ];
}

const unseenLines = (unseen: readonly Unseen[], screen: Screen): readonly string[] => [
  paint('NOT SEEN', paints.unknown, screen),
  ...unseen.flatMap(({ part, reason }) => labelled('', bounded(`${part}: ${reason}`, longestReason), screen)),
];

/** A label with its text beside it, in a column of its own. Every text but the first line passes here or above. */
function labelled(label: string, text: string, screen: Screen): readonly string[] {
  const margin = indent.length + labelWidth;
  return wrap(printable(text), screen.width - margin).map((line, index) => {
    const shown = index === 0 ? label : '';
    return indent + paint(shown.padEnd(labelWidth), 'dim', screen) + line;
  });
}

/** Whether the stream takes colours was decided before. */
const paint = (text: string, style: Paint, { hasColour }: Screen): string =>
  hasColour && text.trim() !== '' ? styleText(style, text, { validateStream: false }) : text;
