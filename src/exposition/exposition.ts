import type { IntervalHistogram } from 'node:perf_hooks';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Look } from '../model/diagnosis.ts';
import { visibilityScopes } from '../model/host.ts';
import type { Log } from '../model/log.ts';
import type { Collector, MetricSpec, Sample } from '../model/sample.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { CollectorRunner } from './collector-runner.ts';
import { DefaultMetrics } from './default-metrics.ts';
import { EngineLog } from './engine-log.ts';
import { HolderLog } from './holder-log.ts';
import * as own from './own-metrics.ts';
import { type Format, render } from './render.ts';
import { VisibilityLog } from './visibility-log.ts';

export interface ExpositionOptions {
  readonly look: (budgetSeconds: number) => Promise<Look>;
  readonly collectors: readonly Collector[];
  /** Whether to add `process_*` and `nodejs_*` of this process. */
  readonly exporterMetrics: boolean;
  readonly version: string;
  readonly log: Log;
}

const eventLoopResolutionMs = 10;

/** From a budget of time to the text of a scrape. */
export class Exposition {
  readonly #options: ExpositionOptions;
  readonly #runner: CollectorRunner;
  readonly #specs: readonly MetricSpec[];
  readonly #defaults: DefaultMetrics | undefined;
  readonly #visibilityLog: VisibilityLog;
  readonly #engineLog: EngineLog;
  readonly #holderLog: HolderLog;
  readonly #eventLoop: IntervalHistogram = monitorEventLoopDelay({ resolution: eventLoopResolutionMs });
  #samples: readonly Sample[] | undefined;
  #renderedAt = 0;

  constructor(options: ExpositionOptions) {
    this.#options = options;
    this.#runner = new CollectorRunner(options.collectors, options.log);
    this.#specs = [...options.collectors.flatMap(({ metrics }) => metrics), ...own.ownMetrics];
    this.#defaults = options.exporterMetrics ? new DefaultMetrics() : undefined;
    this.#visibilityLog = new VisibilityLog(options.log);
    this.#engineLog = new EngineLog(options.log);
    this.#holderLog = new HolderLog(options.log);
    this.#eventLoop.enable();
  }

  /** True once a snapshot has been taken. */
  get isReady(): boolean {
    return this.#samples !== undefined;
  }

  async scrape(budgetSeconds: number, format: Format): Promise<string> {
    const { snapshot, diagnosis } = await this.#options.look(budgetSeconds);
    const samples = this.#runner.run(snapshot, diagnosis);
    this.#samples = [...samples, ...this.#ownSamples(snapshot)];
    this.#renderedAt = performance.now();
    this.#visibilityLog.tell(snapshot.visibility);
    this.#engineLog.tell(snapshot.engine);
    this.#holderLog.tell(diagnosis.leaks);
    return this.#render(this.#samples, undefined, format);
  }

  /** The last good exposition once more, older by now and marked with the reason; `undefined` before the first one. */
  async repeat(reason: own.PressureReason, format: Format): Promise<string | undefined> {
    const elapsed = (performance.now() - this.#renderedAt) / 1000;
    const older = this.#samples?.map((sample) =>
      sample.metric === own.age.name ? { ...sample, value: sample.value + elapsed } : sample,
    );
    return older && this.#render(older, reason, format);
  }

  close(): void {
    this.#eventLoop.disable();
  }

  async #render(samples: readonly Sample[], reason: own.PressureReason | undefined, format: Format): Promise<string> {
    const text = await render(this.#specs, [...samples, ...pressureSamples(reason)], format);
    if (this.#defaults === undefined) return text;
    const defaults = await this.#defaults.render(format);
    return format === 'openMetrics' ? text.replace(/# EOF\n$/, '') + defaults : `${text}\n${defaults}`;
  }

  #ownSamples({ visibility, stuck }: Snapshot): readonly Sample[] {
    const delay = this.#eventLoop.percentile(99) / 1e9 - eventLoopResolutionMs / 1000;
    this.#eventLoop.reset();
    const labels = { version: this.#options.version, node_version: process.version };
    return [
      { metric: own.buildInfo.name, labels, value: 1 },
      ...visibilityScopes.map((scope) => ({
        metric: own.visibility.name,
        labels: { scope },
        value: Number(visibility[scope].visible),
      })),
      { metric: own.eventLoopDelay.name, value: Math.max(0, delay) },
      { metric: own.stuckReadings.name, value: stuck.length },
    ];
  }
}

const pressureSamples = (current: own.PressureReason | undefined): readonly Sample[] =>
  own.pressureReasons.map((reason) => ({
    metric: own.underPressure.name,
    labels: { reason },
    value: Number(reason === current),
  }));
