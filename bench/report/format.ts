import type { Spread } from '../lib/statistics.ts';

/** Three significant digits, never fewer than the whole part: 0.123, 4.56, 78.9, 1,234. */
export function rounded(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 0.01))));
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export const milliseconds = (seconds: number): string => rounded(seconds * 1000);
export const megabytes = (bytes: number): string => rounded(bytes / 1e6);
export const whole = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 0 });

/** `1.37 (1.31 to 1.42)`: median, least and greatest; the value alone where all are the same. */
export const spreadText = ({ median, min, max }: Spread, text = rounded): string =>
  min === max ? text(median) : `${text(median)} (${text(min)} to ${text(max)})`;

/** A Markdown table; every column but the first is set flush right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export interface Goal {
  readonly goal: string;
  /** As it is written in the report; `undefined` when this run did not measure it. */
  readonly measured: string | undefined;
  readonly met: boolean | undefined;
}

/** A goal on a number that should be small. Not measured is neither met nor missed. */
export const atMost = (
  goal: string,
  limit: number,
  value: number | undefined,
  text: (value: number) => string = rounded,
): Goal =>
  value === undefined
    ? { goal, measured: undefined, met: undefined }
    : { goal, measured: text(value), met: value <= limit };

export const goalTable = (goals: readonly Goal[]): string =>
  table(
    ['Goal', 'Measured', 'Met'],
    goals.map(({ goal, measured, met }) => [
      goal,
      measured ?? 'not measured',
      met === undefined ? '—' : met ? 'yes' : '**no**',
    ]),
  );

/** One paragraph from the lines it is written in here. */
export const paragraph = (...lines: readonly string[]): string => lines.join(' ');
