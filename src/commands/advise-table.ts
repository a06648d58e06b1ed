import { count } from '../diagnosis/report/words.ts';
import { type Verdict, verdicts as verdictNames } from '../model/advisory.ts';
import type { AdvisoryVerdict } from '../model/risk.ts';
import type { Advice } from './advise-answer.ts';
import { factLines } from './advise-facts.ts';
import { bounded } from './check-text.ts';
import { headed, labelled, type Paint, paint, type Screen } from './screen.ts';

const paints: Readonly<Record<Verdict, Paint>> = {
  exposed: ['bold', 'red'],
  possible: ['bold', 'yellow'],
  unknown: ['bold', 'magenta'],
  clear: ['bold', 'green'],
};

/** Widths of the first column: in a block, and at the most in a section. */
const blockWidth = 12;
const widestColumn = 34;

const longestReason = 800;
const fewestInCommon = 3;

/** Verdicts of which the remedy is told, too. */
const isTold = ({ verdict, isContradiction = false }: AdvisoryVerdict): boolean =>
  verdict === 'exposed' || verdict === 'possible' || isContradiction;

/**
 * Advice for a person: a line that says it all and is never broken, what was known, what the host is or may be
 * exposed to in full, and the rest on a line each.
 */
export function adviceTable(advice: Advice, screen: Screen): string {
  const { verdicts, isChoice } = advice;
  // facts that cannot all be true come first: whatever follows stands on them
  const told = [...verdicts].sort((a, b) => Number(b.isContradiction ?? false) - Number(a.isContradiction ?? false));
  const full = isChoice ? told : told.filter(isTold);
  const rest = verdicts.filter((each) => !full.includes(each));
  const blocks = [
    [summaryOf(verdicts, screen)],
    section('FACTS', 'bold', factLines(advice), screen),
    ...full.map((each) => verdictBlock(each, screen)),
    ...(['unknown', 'clear'] as const).map((verdict) => briefSection(verdict, rest, screen)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** `EXPOSED: 2 of 75 advisories, 1 possible, 5 unknown, 67 clear`. */
function summaryOf(verdicts: readonly AdvisoryVerdict[], screen: Screen): string {
  const counts = verdictNames
    .map((verdict) => ({ verdict, number: verdicts.filter((each) => each.verdict === verdict).length }))
    .filter(({ number }) => number > 0);
  const [worst = { verdict: 'clear' as const, number: 0 }, ...others] = counts;
  const all = `${worst.number} of ${count(verdicts.length, 'advisory', 'advisories')}`;
  const text = [all, ...others.map(({ verdict, number }) => `${number} ${verdict}`)].join(', ');
  return `${paint(worst.verdict.toUpperCase(), paints[worst.verdict], screen)}: ${text}`;
}

interface Row {
  readonly label: string;
  readonly text: string;
}

/** Texts beside their labels, in a column that takes all but the longest labels. */
function section(title: string, style: Paint, rows: readonly Row[], screen: Screen): readonly string[] {
  const column = Math.min(widestColumn, Math.max(...rows.map(({ label }) => label.length)) + 2);
  return [
    paint(title, style, screen),
    ...rows.flatMap(({ label, text }) => labelled(label, text, Math.max(column, label.length + 2), screen)),
  ];
}

function verdictBlock({ advisory, verdict, why }: AdvisoryVerdict, screen: Screen): readonly string[] {
  const beside = (label: string, text: string) => labelled(label, text, blockWidth, screen);
  const { id, severity, title, symptom, remedy, references, confidence, checked } = advisory;
  return [
    ...headed(verdict.toUpperCase(), paints[verdict], `${id} (${severity}): ${title}`, screen),
    ...beside('why', bounded(why, longestReason)),
    ...beside('symptom', symptom),
    ...beside('remedy', remedy),
    ...references.flatMap((reference, index) => beside(index === 0 ? 'references' : '', reference)),
    ...beside('confidence', `${confidence}; compared with its sources on ${checked}`),
  ];
}

function briefSection(verdict: Verdict, among: readonly AdvisoryVerdict[], screen: Screen): readonly string[] {
  const here = among.filter((each) => each.verdict === verdict);
  if (here.length === 0) return [];
  const reasons = [...new Set(here.map(({ why }) => why))];
  const rows = reasons.flatMap((reason) =>
    rowsOf(
      bounded(reason, longestReason),
      here.filter(({ why }) => why === reason),
    ),
  );
  return section(verdict.toUpperCase(), paints[verdict], rows, screen);
}

/** A reason that many have in common, such as an Engine that does not answer, is told once. */
function rowsOf(reason: string, found: readonly AdvisoryVerdict[]): readonly Row[] {
  const ids = found.map(({ advisory }) => advisory.id);
  if (ids.length < fewestInCommon) return ids.map((id) => ({ label: id, text: reason }));
  return [
    { label: `${ids.length} advisories`, text: reason },
    { label: '', text: ids.join(', ') },
  ];
}
