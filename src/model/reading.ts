/**
 * What came of looking at one thing on the host or asking the Engine one question.
 *
 * The union keeps three facts apart that a bare number would mix up: the thing is not on this host
 * (`absent`), it is there and could not be seen (`denied`, `timeout`), it was seen and makes no sense
 * (`malformed`). None of the four ever becomes a sample of 0.
 */
export type Reading<T> =
  | Ok<T>
  | { readonly kind: 'absent'; readonly detail: string }
  | { readonly kind: 'denied'; readonly detail: string }
  | { readonly kind: 'malformed'; readonly detail: string }
  | { readonly kind: 'timeout'; readonly detail: string };

/** A good reading. `missed` names the parts of it that could not be read (paths with the reason). */
export interface Ok<T> {
  readonly kind: 'ok';
  readonly value: T;
  readonly missed?: readonly string[];
}

/** So many parts are named; the rest is counted. */
const mostNamed = 20;

export function ok<T>(value: T, missed: readonly string[] = []): Ok<T> {
  if (missed.length === 0) return { kind: 'ok', value };
  if (missed.length <= mostNamed) return { kind: 'ok', value, missed };
  return { kind: 'ok', value, missed: [...missed.slice(0, mostNamed), `${missed.length - mostNamed} more`] };
}

export const absent = (detail: string) => ({ kind: 'absent', detail }) as const;
export const denied = (detail: string) => ({ kind: 'denied', detail }) as const;
export const malformed = (detail: string) => ({ kind: 'malformed', detail }) as const;
export const timedOut = (detail: string) => ({ kind: 'timeout', detail }) as const;

/** The value of a good reading, `undefined` for every other kind. */
export const okValue = <T>(reading: Reading<T>): T | undefined => (reading.kind === 'ok' ? reading.value : undefined);

/** Applies `next` to a good reading and passes every other kind on unchanged. */
export function andThen<T, U>(reading: Reading<T>, next: (value: T) => Reading<U>): Reading<U> {
  return reading.kind === 'ok' ? next(reading.value) : reading;
}

/** True when nothing stood in the way: read in full, or truly not on this host. */
export const isComplete = (reading: Reading<unknown>): boolean =>
  reading.kind === 'absent' || (reading.kind === 'ok' && reading.missed === undefined);

/** One line on what went wrong, for logs and for people; `undefined` when nothing did. */
export function problemOf(reading: Reading<unknown>): string | undefined {
  if (reading.kind === 'ok') return reading.missed?.join('; ');
  return reading.kind === 'absent' ? undefined : `${reading.kind}: ${reading.detail}`;
}
