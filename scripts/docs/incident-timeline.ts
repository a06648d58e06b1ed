import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { secondsOf } from './promql-duration.ts';

/** Something that happens. `page`: a person was called, or would have been: what the alerts are compared with. */
export interface Happening {
  readonly at: string;
  readonly page?: boolean;
  readonly text: string;
}

/** From when until when an alert fires; without `until` to the end. `description` is what it says at its first moment. */
export interface Firing {
  readonly alert: string;
  readonly severity: string;
  readonly from: string;
  readonly until?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly seen: string;
  /** The page that it is compared with; else the first one after its beginning. */
  readonly against?: string;
  /** It only comes back after a gap, and is not worth a line. */
  readonly again?: boolean;
  readonly description?: string;
  /** What the same alert says at that moment in its other severities. */
  readonly alongside?: Readonly<Record<string, string>>;
}

/** A series by its values at some times: `points` are joined by straight lines, `steps` hold until the next. `_` is no sample. */
export interface SeriesLine {
  readonly series: string;
  readonly points?: Readonly<Record<string, number>>;
  readonly steps?: Readonly<Record<string, number | '_'>>;
  /** Values are whole multiples of it. 1 unless it is said. */
  readonly unit?: number;
}

/** An incident as it is replayed: times are durations since its beginning, which is midnight. */
export interface Timeline {
  readonly title: string;
  readonly instance: string;
  readonly length: string;
  readonly interval: string;
  /** Times in which no scrape comes through; `up` is 0. */
  readonly gaps: readonly { readonly from: string; readonly until: string }[];
  readonly happenings: readonly Happening[];
  readonly alerts: readonly Firing[];
  readonly series: readonly SeriesLine[];
}

export const readTimeline = (path: string): Timeline => parse(readFileSync(path, 'utf8')) as Timeline;

/** Seconds of a time in a timeline; `0h` is the beginning. */
export const at = (time: string): number => secondsOf(time);
