import type { ContainerList } from '../../model/engine.ts';
import { absent, andThen, ok, type Reading } from '../../model/reading.ts';
import { parseContainerList } from '../../parse/engine-containers.ts';
import { clock } from '../clock.ts';
import type { Deadline } from '../deadline.ts';
import { type EngineAnswer, readingOf } from './answer.ts';
import type { EngineClient } from './client.ts';
import { ContainerEvents } from './events.ts';
import { HeldCall, longestCallSeconds } from './held-call.ts';

/** While an Engine is slow to give the next list, the last one serves for so long. */
export const keptSeconds = longestCallSeconds;
const maxBytes = 32 * 1024 * 1024;
const path = '/containers/json';

/**
 * All containers, running or not. The call is dear (0.37 s of CPU for 12 containers on Engine 29), so
 * the list is kept: fetched again when the event stream says that something happened, and at most every
 * `intervalSeconds`; without a stream, every `intervalSeconds`. With many containers an Engine may never give it within
 * one scrape: a list that comes late is good for the next one, and says when it was asked for.
 */
export class ContainerListCache {
  readonly #events: ContainerEvents;
  readonly #call: HeldCall;
  readonly #intervalSeconds: number;
  /** What came of the last call that has ended. */
  #reading: Reading<ContainerList> = absent('not asked for yet');
  #list: { readonly value: ContainerList; readonly cameAt: number } | undefined;

  /** @param intervalSeconds for which a list serves, however much happens */
  constructor(client: EngineClient, intervalSeconds: number) {
    this.#intervalSeconds = intervalSeconds;
    this.#events = new ContainerEvents(client);
    this.#call = new HeldCall(() => this.#ask(client));
  }

  /** To be called only while the Engine answers. */
  async read(timeoutSeconds: number, deadline: Deadline): Promise<Reading<ContainerList>> {
    this.#events.connect();
    if (this.#list !== undefined && !this.#isDue(this.#list.cameAt)) return ok(this.#list.value);
    return this.#fetch(timeoutSeconds, deadline);
  }

  close(): void {
    this.#events.close();
  }

  #isDue(cameAt: number): boolean {
    if (clock() - cameAt < this.#intervalSeconds) return false;
    return this.#events.takeHappened();
  }

  async #fetch(timeoutSeconds: number, deadline: Deadline): Promise<Reading<ContainerList>> {
    const startedAt = clock();
    const answer = await this.#call.answer(timeoutSeconds, deadline);
    const reading = answer.state === 'timeout' ? this.#listBefore(answer) : this.#reading;
    // Also after a call from before: it does not know what has happened since it was made.
    if (reading.kind !== 'ok' || reading.value.askedAt < startedAt) this.#events.markHappened();
    return reading;
  }

  #listBefore(late: EngineAnswer): Reading<ContainerList> {
    const last = this.#list;
    if (last !== undefined && clock() - last.cameAt < keptSeconds) return ok(last.value);
    return toReading(late, clock());
  }

  async #ask(client: EngineClient): Promise<EngineAnswer> {
    const askedAt = clock();
    const answer = await client.get(path, { timeoutSeconds: longestCallSeconds, maxBytes, query: { all: '1' } });
    this.#reading = toReading(answer, askedAt);
    if (this.#reading.kind === 'ok') this.#list = { value: this.#reading.value, cameAt: clock() };
    return answer;
  }
}

const toReading = (answer: EngineAnswer, askedAt: number): Reading<ContainerList> =>
  andThen(readingOf(answer, `GET ${path}`, parseContainerList), (containers) => ok({ containers, askedAt }));
