import type { FirstSeen } from '../model/memory.ts';

/**
 * Since when things are there. A thing that is seen again keeps its time, one that is not seen is
 * forgotten, and one that could not be looked at is kept.
 */
export class Ages {
  readonly now: FirstSeen;
  readonly #past: ReadonlyMap<string, FirstSeen>;
  readonly #next = new Map<string, FirstSeen>();

  constructor(past: ReadonlyMap<string, FirstSeen>, now: FirstSeen) {
    this.#past = past;
    this.now = now;
  }

  /** What the next diagnosis has to know. */
  get next(): ReadonlyMap<string, FirstSeen> {
    return this.#next;
  }

  /** Notes a thing that is there now, and tells since when. `thing` names it for good within its kind. */
  see(kind: string, thing: string | number): FirstSeen {
    const key = keyOf(kind, thing);
    const seen = this.#past.get(key) ?? this.now;
    this.#next.set(key, seen);
    return seen;
  }

  /** Whether it was there at the look before this one. */
  knew = (kind: string, thing: string | number): boolean => this.#past.has(keyOf(kind, thing));

  /** For a kind that could not be looked at this time: nothing of it is forgotten. */
  keep(kind: string): void {
    for (const [key, seen] of this.#past) if (key.startsWith(`${kind}/`)) this.#next.set(key, seen);
  }

  /** Seconds since it was seen first. */
  ageOf = (seen: FirstSeen): number => Math.max(0, this.now.clock - seen.clock);
}

const keyOf = (kind: string, thing: string | number): string => `${kind}/${thing}`;
