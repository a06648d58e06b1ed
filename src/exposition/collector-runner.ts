import type { Diagnosis } from '../model/diagnosis.ts';
import type { Log } from '../model/log.ts';
import { isComplete, problemOf } from '../model/reading.ts';
import type { Collector, Sample } from '../model/sample.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { age, duration, lastSuccess, success } from './own-metrics.ts';

/**
 * Runs the collectors over a snapshot and adds success, duration and age, which no collector can forget
 * that way. One that fails costs its own metrics and nothing else.
 */
export class CollectorRunner {
  readonly #collectors: readonly Collector[];
  readonly #log: Log;
  /** Unix time of the data of the last success, by collector. */
  readonly #lastSuccess = new Map<string, number>();
  /** What was logged last of each collector: a problem is told once, not at each scrape. */
  readonly #told = new Map<string, string>();

  constructor(collectors: readonly Collector[], log: Log) {
    this.#collectors = collectors;
    this.#log = log;
  }

  run(snapshot: Snapshot, diagnosis: Diagnosis): readonly Sample[] {
    const own: Sample[] = [];
    const samples = this.#collectors.flatMap((collector) => this.#runOne(collector, snapshot, diagnosis, own));
    return [...samples, ...own];
  }

  #runOne(collector: Collector, snapshot: Snapshot, diagnosis: Diagnosis, own: Sample[]): readonly Sample[] {
    const labels = { collector: collector.name };
    const started = performance.now();
    let samples: readonly Sample[] = [];
    let problem = '';
    try {
      problem = collector.needs(snapshot).map(problemOf).filter(Boolean).join('; ');
      samples = collector.collect(snapshot, diagnosis);
    } catch (error) {
      problem = `failed: ${error instanceof Error ? error.message : String(error)}`;
    }
    const seconds = (performance.now() - started) / 1000 + (snapshot.durations[collector.name] ?? 0);
    this.#tell(collector.name, problem);
    if (problem === '' && hasData(collector, snapshot))
      this.#lastSuccess.set(collector.name, dataTime(collector, snapshot));
    own.push({ metric: success.name, labels, value: problem === '' ? 1 : 0 });
    own.push({ metric: duration.name, labels, value: seconds });
    own.push(...this.#ageOf(collector.name));
    return samples;
  }

  #ageOf(collector: string): readonly Sample[] {
    const time = this.#lastSuccess.get(collector);
    if (time === undefined) return [];
    const labels = { collector };
    return [
      { metric: lastSuccess.name, labels, value: time },
      { metric: age.name, labels, value: Math.max(0, Date.now() / 1000 - time) },
    ];
  }

  #tell(collector: string, problem: string): void {
    const before = this.#told.get(collector) ?? '';
    const shape = problem.replace(/\d+/g, 'N'); // another pid or another second is not another problem
    if (shape === before) return;
    this.#told.set(collector, shape);
    if (problem === '') this.#log.info({ collector }, 'collector reads everything again');
    else this.#log.warn({ collector, problem }, 'collector could not read everything');
  }
}

const dataTime = (collector: Collector, snapshot: Snapshot): number =>
  snapshot.dataTimes[collector.name] ?? snapshot.takenAt;

/** A collector with nothing but absent readings succeeds, but there is no data that could have an age. */
const hasData = (collector: Collector, snapshot: Snapshot): boolean =>
  collector.needs(snapshot).some((reading) => reading.kind === 'ok' && isComplete(reading));
