/** Prose for a page: what would begin a tag, a link or emphasis is itself again, but for what stands in backquotes. */
export const prose = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') && part.endsWith('`') && part.length > 1 ? part : escaped(part)))
    .join('')
    .replace(/^(?=[#>+-])/, '\\')
    .replace(/^(\d+)(?=[.)])/, '$1\\');

/** An underscore within a word is none of emphasis: `do_xino_fwrite` stays as it can be searched for. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\`*[\]<]/g, '\\$&').replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');

/** Text of a sentence, with a full stop. */
export const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? prose(text) : `${prose(text)}.`);

/** What a heading is called in a link, as GitHub makes it. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** A line of a list and those below it. */
export interface Item {
  readonly text: string;
  readonly inner?: readonly Item[];
}

/** A list, those inside of it further to the right. */
export const list = (items: readonly Item[]): string => linesOf(items, '').join('\n');

const linesOf = (items: readonly Item[], indent: string): readonly string[] =>
  items.flatMap(({ text, inner = [] }) => [`${indent}- ${text}`, ...linesOf(inner, `${indent}  `)]);

/** `a`, `a or b`, `a, b or c`. */
export function either(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} or ${last}`;
}
