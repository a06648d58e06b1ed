import type { Inventory, ReclaimableKind, VolumeCounts } from '../../model/engine.ts';
import type { Log } from '../../model/log.ts';
import { andThen, isComplete, ok, problemOf, type Reading } from '../../model/reading.ts';
import { parseDiskUsage } from '../../parse/engine-disk-usage.ts';
import { parseImages } from '../../parse/engine-images.ts';
import { parseVolumes } from '../../parse/engine-volumes.ts';
import { readingOf } from './answer.ts';
import type { EngineClient } from './client.ts';

/** After a failure it is tried again this soon, if the interval is longer. */
const retrySeconds = 30;
const listSeconds = 60;
/** `/system/df` has been seen to take minutes. */
const diskUsageSeconds = 600;
const maxBytes = 64 * 1024 * 1024;

export interface InventoryOptions {
  readonly intervalSeconds: number;
  readonly diskUsage: boolean;
}

/**
 * Images, volumes and disk usage: questions that cost the Engine more than a second of CPU each, asked
 * on a cadence of their own and never while a scrape waits.
 */
export class InventoryReader {
  readonly #client: EngineClient;
  readonly #options: InventoryOptions;
  readonly #log: Log;
  #latest: Inventory | undefined;
  #running: Promise<void> | undefined;
  #startedAt = Number.NEGATIVE_INFINITY;

  constructor(client: EngineClient, options: InventoryOptions, log: Log) {
    this.#client = client;
    this.#options = options;
    this.#log = log;
  }

  get latest(): Inventory | undefined {
    return this.#latest;
  }

  /** Starts a refresh if one is due; returns without waiting. To be called while the Engine answers. */
  refreshIfDue(): void {
    const age = performance.now() / 1000 - this.#startedAt;
    const interval = this.#options.intervalSeconds;
    const due = this.#failed() ? Math.min(retrySeconds, interval) : interval;
    if (age >= due) void this.refresh();
  }

  /** Fetches everything now, or waits for the fetch under way. */
  refresh(): Promise<void> {
    this.#running ??= this.#fetch().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #fetch(): Promise<void> {
    this.#startedAt = performance.now() / 1000;
    const images = await this.#get('/images/json', listSeconds, parseImages);
    const volumes = await this.#volumes();
    const reclaimable = this.#options.diskUsage ? await this.#diskUsage() : undefined;
    this.#latest = { images, volumes, reclaimable, fetchedAt: Date.now() / 1000 };
    const problems = [images, volumes, ...(reclaimable ? [reclaimable] : [])].map(problemOf).filter(Boolean);
    if (problems.length > 0) this.#log.warn({ problems }, 'the inventory is not complete');
  }

  #failed(): boolean {
    const latest = this.#latest;
    return latest !== undefined && !(isComplete(latest.images) && isComplete(latest.volumes));
  }

  async #volumes(): Promise<Reading<VolumeCounts>> {
    const all = await this.#get('/volumes', listSeconds, parseVolumes);
    const filters = JSON.stringify({ dangling: ['true'] });
    const dangling = await this.#get('/volumes', listSeconds, parseVolumes, { filters });
    return andThen(all, ({ all: total }) =>
      andThen(dangling, ({ all: unused }) => ok({ used: Math.max(0, total - unused), unused })),
    );
  }

  #diskUsage(): Promise<Reading<Readonly<Record<ReclaimableKind, number>>>> {
    return this.#get('/system/df', diskUsageSeconds, parseDiskUsage);
  }

  async #get<T>(
    path: string,
    timeoutSeconds: number,
    parse: (body: string) => Reading<T>,
    query?: Readonly<Record<string, string>>,
  ): Promise<Reading<T>> {
    const answer = await this.#client.get(path, { timeoutSeconds, maxBytes, ...(query ? { query } : {}) });
    return readingOf(answer, `GET ${path}`, parse);
  }
}
