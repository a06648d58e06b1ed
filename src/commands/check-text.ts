/** Controls, marks that turn the direction of writing or take no room, line separators, halves of characters. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Text on one line that can do nothing to a terminal. Names of containers and processes are chosen by those
 * who run them, and an escape sequence in one would be obeyed.
 */
export const printable = (text: string): string => text.replace(/\s+/g, ' ').replace(unprintable, '?');

/** Breaks text between words into lines of at most `width`; a word that is longer stays whole. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Text of bounded length, for reasons that may go on for pages. */
export const bounded = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
