import { quote } from '../advisories/quote.ts';
import type { Path } from '../advisories/walk.ts';
import { isDay } from '../model/day.ts';
import type { Finding } from './problem.ts';

/** A finding when `text`, which has the form of a date, is no day of the calendar. */
export const dayFindings = (text: string, path: Path): readonly Finding[] =>
  isDay(text) ? [] : [{ path, text: `expected a day of the calendar, got ${quote(text)}` }];
