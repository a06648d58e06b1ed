import type { Options, SectionId } from './options.ts';

export interface Context {
  readonly options: Options;
  /** Directory for programs and data of this run; removed at its end. */
  readonly directory: string;
}

/** One part of the benchmark: measures, then writes what it measured. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  run(context: Context): Promise<SectionResult>;
}

export interface SectionResult {
  /** Every single value, for the JSON file. */
  readonly data: unknown;
  readonly markdown: string;
}
