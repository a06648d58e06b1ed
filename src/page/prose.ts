import * as words from '../diagnosis/report/words.ts';
import { type Content, type Html, html } from './html.ts';

/** Text of findings and advisories: what stands in backticks is code. */
export function prose(text: string): Content {
  const pieces = text.split('`');
  // a last backtick without its partner is one
  const closed = pieces.length % 2 === 1 ? pieces : [...pieces.slice(0, -2), pieces.slice(-2).join('`')];
  return closed.map((piece, index) => (index % 2 === 1 ? code(piece) : plain(piece)));
}

/** An option of a command begins a word; in a sentence it is one only where it is long. */
const option = /((?<!\S)-\S+)/;
const longOption = /((?<!\S)--[a-z][\w.=/-]*)/;

const withOptions = (text: string, pattern: RegExp): Content =>
  text.split(pattern).map((piece, index) => (index % 2 === 1 ? html`<span class="option">${piece}</span>` : piece));

/** A command or a path, which may be broken between lines where it is long; an option in it only where none has room for it. */
export const code = (text: string): Html => html`<code>${withOptions(text, option)}</code>`;

/** No line ends between a number and its sign. */
const unbroken = (text: string): string => text.replace(/(?<=\d) %/g, '\u00a0%');

const plain = (text: string): Content => withOptions(unbroken(text), longOption);

/** `94 %`, as everywhere in a report, on one line. */
export const percent = (ratio: number): string => unbroken(words.percent(ratio));

/** A name that somebody else has chosen: it may be long, and in any direction of writing. */
export const name = (text: string): Content => html`<bdi>${text}</bdi>`;

/** `2026-11-23 14:02:11 UTC`; nothing for what is no time. */
export function moment(unixSeconds: number): Content {
  const date = new Date(unixSeconds * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString();
  return html`<time datetime="${iso}">${iso.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time>`;
}

/** `2026-11-23`. */
export const day = (unixSeconds: number): string => {
  const date = new Date(unixSeconds * 1000);
  return Number.isNaN(date.getTime()) ? 'unknown' : (date.toISOString().split('T')[0] ?? '');
};

const twoDigits = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 2 });

/** `1.2 ms`, `3.5 s`: how long something took. */
export const took = (seconds: number): string =>
  seconds < 0.995 ? `${twoDigits(seconds * 1000)} ms` : `${twoDigits(seconds)} s`;
