/** `3,020`; at most two decimals. */
export const number = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** `1 zombie`, `14 zombies`, `2 processes`. */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

export const processes = (value: number): string => count(value, 'process', 'processes');

/** `94 %`: rounded down, so that it never shows a limit that is not reached. */
export const percent = (ratio: number): string => `${number(Math.floor(ratio * 100 + 1e-9))} %`;

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** `1.5 GiB`. */
export function bytes(value: number): string {
  const power = value < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10));
  const amount = (value / 1024 ** power).toLocaleString('en-US', { maximumFractionDigits: 1 });
  return `${amount} ${units[power]}`;
}

/** `42 s`, `3 min`, `5 h`, `12 days`: the largest unit that fits, rounded down. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 2 * 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${number(Math.floor(seconds / 86_400))} days`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** Prose of an advisory on one line, with a full stop at its end. */
export function sentences(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** The first of its sentences. A full stop inside of a version or of an abbreviation ends none. */
export const firstSentence = (text: string): string =>
  /^.*?[.!?](?= \p{Lu})/u.exec(sentences(text))?.[0] ?? sentences(text);
