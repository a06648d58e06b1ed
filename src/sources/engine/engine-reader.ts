import type { DockerEndpoint } from '../../model/endpoint.ts';
import type { ContainerList, EngineVersion, EngineView } from '../../model/engine.ts';
import type { Log } from '../../model/log.ts';
import { absent, okValue, type Reading } from '../../model/reading.ts';
import { parseEngineInfo } from '../../parse/engine-info.ts';
import { parseEngineVersion } from '../../parse/engine-version.ts';
import type { Deadline } from '../deadline.ts';
import { type EngineAnswer, readingOf } from './answer.ts';
import { EngineClient } from './client.ts';
import { ContainerInspector } from './container-inspector.ts';
import { ContainerListCache } from './container-list.ts';
import { EngineProbe } from './engine-probe.ts';
import { HeldCall, longestCallSeconds } from './held-call.ts';
import { type InventoryOptions, InventoryReader } from './inventory.ts';

/** `/version` is asked again after this long: it only changes with a restart of the daemon. */
const versionFreshSeconds = 300;
const versionBytes = 1024 * 1024;

export interface EngineOptions {
  readonly endpoint: DockerEndpoint;
  readonly timeoutSeconds: number;
  /** Neither the list of containers nor a single one is asked for more often. */
  readonly containersSeconds: number;
  /** `undefined`: no inventory. */
  readonly inventory: InventoryOptions | undefined;
}

/**
 * Asks the Engine what a scrape needs: three probes, `/version` seldom, the container list when it changed,
 * single containers when told to.
 */
export class EngineReader {
  readonly #timeout: number;
  readonly #ping: EngineProbe;
  readonly #list: EngineProbe;
  readonly #info: EngineProbe;
  readonly #versionCall: HeldCall;
  readonly #containers: ContainerListCache;
  readonly #inspector: ContainerInspector;
  readonly #inventory: InventoryReader | undefined;
  #version: { readonly reading: Reading<EngineVersion>; readonly readAt: number } | undefined;

  constructor(options: EngineOptions, log: Log) {
    const client = new EngineClient(options.endpoint);
    this.#timeout = options.timeoutSeconds;
    this.#ping = new EngineProbe(client, 'ping');
    this.#list = new EngineProbe(client, 'list');
    this.#info = new EngineProbe(client, 'info');
    const version = { timeoutSeconds: longestCallSeconds, maxBytes: versionBytes };
    this.#versionCall = new HeldCall(() => client.get('/version', version));
    this.#containers = new ContainerListCache(client, options.containersSeconds);
    this.#inspector = new ContainerInspector(client, options.containersSeconds);
    this.#inventory = options.inventory && new InventoryReader(client, options.inventory, log);
  }

  /** Never throws; returns by the deadline. */
  async read(deadline: Deadline): Promise<EngineView> {
    const [ping, list, info, version] = await Promise.all([
      this.#ping.ask(this.#timeout, deadline),
      this.#list.ask(this.#timeout, deadline).then(async (probe) => ({
        ...probe,
        containers: await this.#containersAfter(probe.answer, deadline),
      })),
      this.#info.ask(this.#timeout, deadline),
      this.#readVersion(deadline),
    ]);
    if (list.result.state === 'ok') this.#inventory?.refreshIfDue();
    else this.forgetVersion(); // whatever answers next may be another Engine
    return {
      probes: { ping: ping.result, list: list.result, info: info.result },
      info: readingOf(info.answer, 'GET /info', parseEngineInfo),
      version,
      containers: list.containers,
      inspected: this.#inspector.words,
      inventory: this.#inventory?.latest,
    };
  }

  /** Fetches the inventory now; for the commands that look once. */
  async refreshInventory(deadline: Deadline): Promise<void> {
    await deadline.within(this.#inventory?.refresh() ?? Promise.resolve());
  }

  /** Begins to inspect these containers and returns at once; what comes of it is in the views after that. */
  inspect(ids: readonly string[]): void {
    this.#inspector.ask(ids);
  }

  /** Resolves when every inspect that was begun has its answer, or at the deadline. */
  inspectsSettled(deadline: Deadline): Promise<void> {
    return this.#inspector.settled(deadline);
  }

  /**
   * To be called when dockerd is another process than before: it may be another version, and what the one
   * before said of single containers is no longer true.
   */
  forgetVersion(): void {
    this.#version = undefined;
    this.#inspector.forget();
  }

  close(): void {
    this.#containers.close();
  }

  #containersAfter(list: EngineAnswer, deadline: Deadline): Promise<Reading<ContainerList>> {
    if (list.state === 'ok') return this.#containers.read(this.#timeout, deadline);
    return Promise.resolve(readingOf<ContainerList>(list, 'GET /containers/json', () => absent('')));
  }

  async #readVersion(deadline: Deadline): Promise<Reading<EngineVersion>> {
    const known = this.#version;
    if (known !== undefined && Date.now() / 1000 - known.readAt < versionFreshSeconds) return known.reading;
    const answer = await this.#versionCall.answer(this.#timeout, deadline);
    const reading = readingOf(answer, 'GET /version', parseEngineVersion);
    if (okValue(reading) !== undefined) this.#version = { reading, readAt: Date.now() / 1000 };
    return reading;
  }
}
