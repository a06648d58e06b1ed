import type { Diagnosis } from './diagnosis.ts';
import type { Reading } from './reading.ts';
import type { Snapshot } from './snapshot.ts';

/** `info` is exposed as a gauge of value 1; the name ends in `_info`. */
export type MetricType = 'gauge' | 'counter' | 'info';

/** The values a label may take: a closed list, or free text for what only the host can name. */
export type LabelValues = readonly string[] | 'free';

/** The declaration of one metric: what `--help`, docs/metrics.md, the goldens and the rules build on. */
export interface MetricSpec {
  readonly name: string;
  readonly type: MetricType;
  /** Meaning, unit and source in one or two sentences; says so when the value is cached. */
  readonly help: string;
  readonly labels?: Readonly<Record<string, LabelValues>>;
}

export interface Sample {
  readonly metric: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * One subject of measurement. Pure: everything it says follows from its arguments.
 * Success, duration and age are added by the runner in exposition/, never here.
 */
export interface Collector {
  readonly name: string;
  /** One line for `--help` and the docs. */
  readonly summary: string;
  readonly metrics: readonly MetricSpec[];
  /** The readings it stands on: it succeeded when each of them is complete. */
  needs(snapshot: Snapshot): readonly Reading<unknown>[];
  collect(snapshot: Snapshot, diagnosis: Diagnosis): readonly Sample[];
}
