import { quoted } from '../model/one-line.ts';
import { malformed } from '../model/reading.ts';

/** Characters of raw text that a message may carry; a broken file can be megabytes of noise. */
const longestQuote = 80;

/** `text` in double quotes, on one line, cut at 80 characters, control characters escaped. */
export function quote(text: string): string {
  const bounded = text.length > longestQuote ? `${text.slice(0, longestQuote - 1)}…` : text;
  return quoted(bounded);
}

/** A malformed reading. The caller puts the path in front: `/proc/loadavg: expected …, got "…"`. */
export const unexpected = (expected: string, raw: string) => malformed(`expected ${expected}, got ${quote(raw)}`);

/**
 * A number written in decimal digits and nothing else. `Number` alone would take `""`, `" "`, `"0x1f"`
 * and `"1e3"` for numbers. Undefined for those, and for what a double cannot hold exactly.
 */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** As `wholeNumber`, with an optional fraction: `0.36`. */
export function decimalNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,16}(?:\.\d{1,16})?$/.test(text) ? Number(text) : undefined;
}

/** The first line that begins with `start`, without its newline. */
export function findLine(text: string, start: string): string | undefined {
  // The newline in front makes the first line like every other; positions in `text` stay the same.
  const at = `\n${text}`.indexOf(`\n${start}`);
  if (at < 0) return undefined;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.slice(at) : text.slice(at, end);
}
