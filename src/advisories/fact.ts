import type { Reading } from '../model/reading.ts';
import { type Outcome, outcome } from './outcome.ts';
import { printable, quote } from './quote.ts';

/** Longest reason of a reading that is passed on: it may itself quote what was read. */
const longestDetail = 200;

/** Judges a fact that is known; one that is not is unknown, and says why it is not known. */
export function withFact<T>(name: string, fact: Reading<T>, judge: (value: T) => Outcome): Outcome {
  return fact.kind === 'ok' ? judge(fact.value) : outcome('unknown', notKnown(name, fact));
}

/** `storage driver not known: timeout: GET /info …`. */
export function notKnown(name: string, fact: Exclude<Reading<unknown>, { readonly kind: 'ok' }>): string {
  const kind = fact.kind === 'absent' ? '' : `${fact.kind}: `;
  return `${name} not known: ${kind}${printable(fact.detail, longestDetail)}`;
}

/** The fact is there and makes no sense. */
export const notUnderstood = (name: string, text: string, expected: string): Outcome =>
  outcome('unknown', `${name} ${quote(text)} is not understood, expected ${expected}`);
