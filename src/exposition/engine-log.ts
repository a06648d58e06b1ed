import { type EngineView, type Probe, type ProbeState, probes } from '../model/engine.ts';
import type { Log } from '../model/log.ts';

/** Tells once, not at each scrape, when a probe of the Engine changes its state. */
export class EngineLog {
  readonly #log: Log;
  readonly #told = new Map<Probe, ProbeState>();

  constructor(log: Log) {
    this.#log = log;
  }

  tell(engine: EngineView | undefined): void {
    if (engine === undefined) return;
    for (const probe of probes) {
      const { state, detail } = engine.probes[probe];
      const before = this.#told.get(probe);
      this.#told.set(probe, state);
      if (state === before) continue;
      if (state !== 'ok') this.#log.warn({ probe, state, detail }, notAnswered(state));
      else if (before !== undefined) this.#log.info({ probe }, 'the Engine answers again');
    }
  }
}

const notAnswered = (state: ProbeState): string =>
  state === 'refused'
    ? 'no Docker Engine listens; everything that needs none is measured all the same'
    : 'the Engine API does not answer as it should';
