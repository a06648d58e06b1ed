import type { Deadline } from '../deadline.ts';
import type { EngineAnswer } from './answer.ts';

/** A call that did not answer in time is given up for a new one after this long. */
export const longestCallSeconds = 60;
/** A call that has had its time already gets only this much of a later scrape. */
const graceSeconds = 0.1;

/**
 * One question to the Engine of which there is never more than one under way.
 *
 * A call that does not answer in time is not cut off and asked again: each new one would leave one more
 * request in a daemon that hangs already. It is kept, reported as a timeout in every scrape, and its
 * answer, once it comes, ends the matter at once.
 */
export class HeldCall {
  readonly #ask: () => Promise<EngineAnswer>;
  #pending: { readonly answer: Promise<EngineAnswer>; readonly since: number } | undefined;

  constructor(ask: () => Promise<EngineAnswer>) {
    this.#ask = ask;
  }

  /** Waits for an answer for at most `timeoutSeconds`, and not beyond the deadline. Never throws. */
  async answer(timeoutSeconds: number, deadline: Deadline): Promise<EngineAnswer> {
    const isOld = this.#pending !== undefined;
    this.#pending ??= this.#start();
    const { answer, since } = this.#pending;
    const patience = isOld ? Math.min(graceSeconds, timeoutSeconds) : timeoutSeconds;
    const late = await waitFor(answer, Math.min(patience, deadline.remaining));
    if (late !== undefined) return late;
    const waited = (performance.now() - since) / 1000;
    return { state: 'timeout', detail: `no answer for ${waited.toFixed(1)} s`, seconds: timeoutSeconds };
  }

  #start(): { answer: Promise<EngineAnswer>; since: number } {
    const answer = this.#ask().finally(() => {
      this.#pending = undefined;
    });
    return { answer, since: performance.now() };
  }
}

async function waitFor<T>(work: Promise<T>, seconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
