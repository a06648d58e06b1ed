import { quote } from '../advisories/quote.ts';
import type { Finding, Path } from './problem.ts';

/** True for a day that there was or will be: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A finding when `text`, which has the form of a date, is no day of the calendar. */
export const dayFindings = (text: string, path: Path): readonly Finding[] =>
  isDay(text) ? [] : [{ path, text: `expected a day of the calendar, got ${quote(text)}` }];
