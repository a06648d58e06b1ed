import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  /** Seconds after which to give up. */
  readonly within?: number;
  /** Milliseconds between two looks. */
  readonly every?: number;
}

const show = (value: unknown): string => {
  const text = value instanceof Error ? value.message : (JSON.stringify(value) ?? String(value));
  return text.slice(0, 2000);
};

/**
 * Looks again and again until what it sees is accepted, and returns that.
 * @param what Completes "waited 40 s for …".
 * @param look May throw; that counts as not yet.
 * @param accept Defaults to "anything but undefined and false".
 * @throws Error naming `what` and what was seen last.
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  accept: (value: T) => boolean = (value) => value !== false,
  { within = 40, every = 250 }: Patience = {},
): Promise<T> {
  const end = performance.now() + within * 1000;
  let last: unknown;
  do {
    try {
      const value = await look();
      if (value !== undefined && accept(value)) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    await sleep(every);
  } while (performance.now() < end);
  throw new Error(`waited ${within} s for ${what}; last seen: ${show(last)}`, {
    ...(last instanceof Error ? { cause: last } : {}),
  });
}

/** `promise`, or an error naming `what` when it takes longer than `seconds`. */
export async function within<T>(seconds: number, what: string, promise: Promise<T>): Promise<T> {
  const giveUp = new AbortController();
  const late = sleep(seconds * 1000, undefined, { signal: giveUp.signal }).then(() => {
    throw new Error(`waited ${seconds} s for ${what}`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    giveUp.abort();
    late.catch(() => undefined);
  }
}
