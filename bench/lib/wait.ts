import { setTimeout as delay } from 'node:timers/promises';
import { interrupted, stopIfInterrupted } from './interrupt.ts';

/** Sleeps; rejects at once when the run is interrupted. */
export const sleep = (milliseconds: number): Promise<void> => delay(milliseconds, undefined, { signal: interrupted });

/** Monotonic clock, seconds. */
export const now = (): number => performance.now() / 1000;

/**
 * Asks `probe` again and again until it gives something other than `undefined`.
 * @throws when `seconds` have passed; `what` names what did not come.
 */
export async function waitFor<T>(
  what: string,
  seconds: number,
  probe: () => Promise<T | undefined> | T | undefined,
  pauseMilliseconds = 20,
): Promise<T> {
  const end = now() + seconds;
  for (;;) {
    stopIfInterrupted();
    const found = await probe();
    if (found !== undefined) return found;
    if (now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await sleep(pauseMilliseconds);
  }
}
