import type { ContainerList } from '../../model/engine.ts';
import { ok, type Reading } from '../../model/reading.ts';
import { parseContainerList } from '../../parse/engine-containers.ts';
import type { Deadline } from '../deadline.ts';
import { readingOf } from './answer.ts';
import type { EngineClient } from './client.ts';
import { ContainerEvents } from './events.ts';
import { HeldCall, longestCallSeconds } from './held-call.ts';

/** The list is not fetched more often than this, however much happens. */
export const freshSeconds = 15;
const maxBytes = 32 * 1024 * 1024;
const path = '/containers/json';

/**
 * All containers, running or not. The call is dear (0.37 s of CPU for 12 containers on Engine 29), so
 * the list is kept: fetched again when the event stream says that something happened, and at most every
 * 15 seconds; without a stream, every 15 seconds.
 */
export class ContainerListCache {
  readonly #events: ContainerEvents;
  readonly #call: HeldCall;
  #list: ContainerList | undefined;

  constructor(client: EngineClient) {
    this.#events = new ContainerEvents(client);
    const query = { all: '1' };
    this.#call = new HeldCall(() => client.get(path, { timeoutSeconds: longestCallSeconds, maxBytes, query }));
  }

  /** To be called only while the Engine answers. */
  async read(timeoutSeconds: number, deadline: Deadline): Promise<Reading<ContainerList>> {
    this.#events.connect();
    if (this.#list !== undefined && !this.#isDue(this.#list)) return ok(this.#list);
    return this.#fetch(timeoutSeconds, deadline);
  }

  close(): void {
    this.#events.close();
  }

  #isDue(list: ContainerList): boolean {
    if (Date.now() / 1000 - list.fetchedAt < freshSeconds) return false;
    return this.#events.takeHappened();
  }

  async #fetch(timeoutSeconds: number, deadline: Deadline): Promise<Reading<ContainerList>> {
    const fetchedAt = Date.now() / 1000;
    const answer = await this.#call.answer(timeoutSeconds, deadline);
    const containers = readingOf(answer, `GET ${path}`, parseContainerList);
    if (containers.kind !== 'ok') {
      this.#events.markHappened();
      return containers;
    }
    this.#list = { containers: containers.value, fetchedAt };
    return ok(this.#list, containers.missed);
  }
}
