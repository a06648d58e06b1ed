import type { InspectedContainer } from '../../model/engine.ts';
import { okValue } from '../../model/reading.ts';
import { parseContainerInspect } from '../../parse/engine-inspect.ts';
import { clock } from '../clock.ts';
import type { Deadline } from '../deadline.ts';
import { type EngineAnswer, readingOf } from './answer.ts';
import type { EngineClient } from './client.ts';
import { longestCallSeconds } from './held-call.ts';

/** An inspect waits for the lock of its container, in a daemon that hangs for ever: no more than this are left there. */
export const mostUnderWay = 8;
/** So many are taken on at a time; the others have their turn when they are asked for again. */
export const mostTakenOn = 64;
/** A word is forgotten when it is this old: it has to serve at the next look, and looks may be minutes apart. */
export const keptSeconds = 3600;
/** So many words are kept; the oldest go first. */
export const mostWords = 1000;
const maxBytes = 4 * 1024 * 1024;

/** Nothing else may get into a path. */
const containerId = /^[0-9a-f]{64}$/;
/** In each Engine's words: `No such container: 6083…`, `no such id: 6083…`. */
const noSuchContainer = /no such/i;
const never = Number.NEGATIVE_INFINITY;

/**
 * Asks the Engine about single containers, in the background: nobody waits for it. A container that hangs
 * makes its inspect hang, so that call is kept for as long as a `HeldCall` is, and the others go on.
 */
export class ContainerInspector {
  readonly #client: EngineClient;
  readonly #intervalSeconds: number;
  readonly #underWay = new Map<string, Promise<void>>();
  #waiting: string[] = [];
  #words = new Map<string, InspectedContainer>();
  /** Of the containers that were asked for last. */
  #askedAt = new Map<string, number>();

  /** @param intervalSeconds before which a container is not asked about again, whatever came of it */
  constructor(client: EngineClient, intervalSeconds: number) {
    this.#intervalSeconds = intervalSeconds;
    this.#client = client;
  }

  /** The last word on each container that is not too old. A copy: it does not change any more. */
  get words(): ReadonlyMap<string, InspectedContainer> {
    const oldest = clock() - keptSeconds;
    for (const [id, { askedAt }] of this.#words) if (askedAt < oldest) this.#words.delete(id);
    return new Map(this.#words);
  }

  /**
   * Begins to ask about these containers, first about those that were never asked about, then the one asked
   * about longest ago; returns at once. Those of an earlier call that have not had their turn are left out.
   */
  ask(ids: readonly string[]): void {
    const wanted = [...new Set(ids)].filter((id) => containerId.test(id));
    const askedAt = new Map(wanted.map((id) => [id, this.#askedAt.get(id) ?? never]));
    this.#askedAt = askedAt;
    this.#waiting = wanted
      .filter((id) => this.#isDue(id))
      .sort((a, b) => (askedAt.get(a) ?? never) - (askedAt.get(b) ?? never))
      .slice(0, mostTakenOn);
    this.#proceed();
  }

  /** Resolves when everything that was begun has its answer, or at the deadline. */
  async settled(deadline: Deadline): Promise<void> {
    await deadline.within(this.#idle());
  }

  /** Drops every word, and those to come of what is under way: another Engine will answer next. */
  forget(): void {
    this.#words = new Map();
    this.#askedAt = new Map();
    this.#waiting = [];
  }

  #isDue(id: string): boolean {
    if (this.#underWay.has(id)) return false;
    const last = Math.max(this.#askedAt.get(id) ?? never, this.#words.get(id)?.askedAt ?? never);
    return clock() - last >= this.#intervalSeconds;
  }

  #proceed(): void {
    while (this.#underWay.size < mostUnderWay) {
      const id = this.#waiting.shift();
      if (id === undefined) return;
      this.#underWay.set(id, this.#inspect(id));
    }
  }

  async #inspect(id: string): Promise<void> {
    const words = this.#words;
    const askedAt = clock();
    this.#askedAt.set(id, askedAt);
    const answer = await this.#client.get(`/containers/${id}/json`, { timeoutSeconds: longestCallSeconds, maxBytes });
    const word = wordOf(answer);
    if (word !== undefined) keep(words, id, { ...word, askedAt });
    this.#underWay.delete(id);
    this.#proceed();
  }

  async #idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.race(this.#underWay.values());
  }
}

function keep(words: Map<string, InspectedContainer>, id: string, word: InspectedContainer): void {
  words.delete(id); // so that the newest stand last
  words.set(id, word);
  const [oldest] = words.keys();
  if (words.size > mostWords && oldest !== undefined) words.delete(oldest);
}

/** Undefined: the answer says nothing of the container. Any server may say 404, for other reasons. */
function wordOf(answer: EngineAnswer): Omit<InspectedContainer, 'askedAt'> | undefined {
  const isMissing = answer.state === 'error' && answer.status === 404 && noSuchContainer.test(answer.detail);
  return isMissing ? { state: 'missing' } : okValue(readingOf(answer, 'inspect', parseContainerInspect));
}
