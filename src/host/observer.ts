import type { Daemon, DaemonName } from '../model/daemons.ts';
import type { EngineView } from '../model/engine.ts';
import type { HostView } from '../model/host.ts';
import { absent, andThen, okValue, type Reading } from '../model/reading.ts';
import type { Snapshot, StuckReading } from '../model/snapshot.ts';
import { clock } from '../sources/clock.ts';
import { Deadline } from '../sources/deadline.ts';
import type { EngineReader } from '../sources/engine/engine-reader.ts';
import type { HostAnswers, HostReader } from '../sources/procfs/host-reader.ts';
import type { HostReadings } from '../sources/procfs/readings.ts';
import { DaemonMemory } from './daemon-memory.ts';
import { judgeVisibility } from './visibility.ts';

export interface ObserverOptions {
  readonly host: HostReader;
  /** `undefined`: the Engine is not asked. */
  readonly engine: EngineReader | undefined;
  readonly pidfile: string;
  /** Names of the sysctls to read, `fs.may_detach_mounts`. */
  readonly sysctls: readonly string[];
}

/** Takes snapshots of this host, one at a time: whoever asks while one is being taken gets the same. */
export class Observer {
  readonly #options: ObserverOptions;
  readonly #memory: Readonly<Record<DaemonName, DaemonMemory>>;
  #running: { readonly snapshot: Promise<Snapshot>; readonly deadline: Deadline } | undefined;
  #dataRoot: string | undefined;

  constructor(options: ObserverOptions) {
    this.#options = options;
    this.#memory = { dockerd: new DaemonMemory(), containerd: new DaemonMemory() };
  }

  /** Calls into the kernel that have not come back. */
  get stuck(): readonly StuckReading[] {
    return this.#options.host.stuck;
  }

  /** A snapshot within `budgetSeconds`; what was not to be had by then says so in its reading. */
  observe(budgetSeconds: number): Promise<Snapshot> {
    if (this.#running !== undefined) {
      this.#running.deadline.shorten(budgetSeconds);
      return this.#running.snapshot;
    }
    const deadline = new Deadline(budgetSeconds);
    const snapshot = this.#take(deadline).finally(() => {
      deadline.clear();
      this.#running = undefined;
    });
    this.#running = { snapshot, deadline };
    return snapshot;
  }

  async #take(deadline: Deadline): Promise<Snapshot> {
    const { host, engine, pidfile, sysctls } = this.#options;
    const taken = { takenAt: Date.now() / 1000, clock: clock() };
    const [answers, view] = await Promise.all([
      host.read({ pidfile, dataRoot: this.#dataRoot, sysctls }, deadline),
      this.#askEngine(engine, deadline),
    ]);
    const hostView = this.#viewOf(answers.readings, view?.engine);
    if (this.#memory.dockerd.changed) engine?.forgetVersion();
    this.#dataRoot = okValue(view?.engine.info ?? absent(''))?.dataRoot ?? this.#dataRoot;
    return Object.freeze({
      ...taken,
      host: hostView,
      engine: view?.engine,
      visibility: judgeVisibility(hostView, view?.engine),
      stuck: host.stuck,
      durations: durationsOf(answers, view?.seconds),
      dataTimes: dataTimesOf(view?.engine),
    });
  }

  async #askEngine(engine: EngineReader | undefined, deadline: Deadline) {
    if (engine === undefined) return undefined;
    const started = performance.now();
    const view = await engine.read(deadline);
    return { engine: view, seconds: (performance.now() - started) / 1000 };
  }

  #viewOf(readings: HostReadings, engine: EngineView | undefined): HostView {
    const bootTime = okValue(readings.kernelStat)?.bootTime;
    const daemon = (name: DaemonName): Daemon =>
      this.#memory[name].update(
        andThen(readings.daemons, (daemons) => daemons[name]),
        bootTime,
      );
    const { daemons: _, ...rest } = readings;
    const distribution = distributionOf(readings.distribution, engine);
    return { ...rest, distribution, daemons: { dockerd: daemon('dockerd'), containerd: daemon('containerd') } };
  }
}

/** The Engine's word on the distribution, where the host's own file is not to be seen. */
function distributionOf(reading: Reading<string>, engine: EngineView | undefined): Reading<string> {
  const told = engine && okValue(engine.info)?.operatingSystem;
  return reading.kind === 'ok' || told === undefined ? reading : { kind: 'ok', value: told };
}

function durationsOf(answers: HostAnswers, engineSeconds: number | undefined): Record<string, number> {
  const durations = Object.fromEntries(answers.durations);
  if (engineSeconds !== undefined) durations['engine'] = (durations['engine'] ?? 0) + engineSeconds;
  return durations;
}

function dataTimesOf(engine: EngineView | undefined): Record<string, number> {
  const fetchedAt = engine?.inventory?.fetchedAt;
  return fetchedAt === undefined ? {} : { inventory: fetchedAt };
}
