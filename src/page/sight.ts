import { number } from '../diagnosis/report/words.ts';
import { problemOf, type Reading } from '../model/reading.ts';
import { type Content, html } from './html.ts';
import { prose } from './prose.ts';

/**
 * Something that was seen; or why it is not on this host, which is known; or why it could not be seen. The three
 * never look alike on the page.
 */
export type Sight<T> =
  | { readonly value: T; readonly isLeast?: boolean }
  | { readonly none: string }
  | { readonly gap: string };

export const seen = <T>(value: T): Sight<T> => ({ value });
export const none = (reason: string): { readonly none: string } => ({ none: reason });
export const unseen = (gap: string): { readonly gap: string } => ({ gap });

/** A number of things where not all could be looked at: what was found is the least, and nothing found says nothing. */
export function amount(value: number, gap: string | undefined): Sight<number> {
  if (gap === undefined) return { value };
  return value > 0 ? { value, isLeast: true } : { gap };
}

/** What a sight is in words. */
export function sightText<T>(sight: Sight<T>, show: (value: T) => Content): Content {
  if ('gap' in sight) return notSeen(sight.gap);
  return 'none' in sight ? notHere(sight.none) : show(sight.value);
}

/** The same for a number. */
export const amountText = (sight: Sight<number>): Content =>
  sightText(sight, (value) => `${'isLeast' in sight && sight.isLeast ? 'at least ' : ''}${number(value)}`);

const longestReason = 400;
const bounded = (text: string): string => (text.length > longestReason ? `${text.slice(0, longestReason - 1)}…` : text);

/** In the place of what could not be seen. */
export const notSeen = (reason: string): Content =>
  html`<span class="gap"><b>not seen:</b> ${prose(bounded(reason))}</span>`;

/** In the place of what this host does not have. */
export const notHere = (reason: string): Content => html`<span class="muted">none: ${prose(bounded(reason))}</span>`;

/** After what the Engine does not say now, and has said before. */
export const saidLast = html` <span class="muted">as it said last</span>`;

/** Why a reading cannot be relied on; `undefined` when it can. */
export const gapOf = (reading: Reading<unknown>): string | undefined =>
  reading.kind === 'absent' ? reading.detail : problemOf(reading);

/** What a reading gave. That something is not on this host is known, and no gap. */
export function readingText<T>(reading: Reading<T>, show: (value: T) => Content): Content {
  if (reading.kind === 'absent') return notHere(reading.detail);
  if (reading.kind !== 'ok') return notSeen(problemOf(reading) ?? reading.kind);
  const missed = problemOf(reading);
  return missed === undefined
    ? show(reading.value)
    : html`${show(reading.value)} <span class="muted">(${bounded(missed)})</span>`;
}
