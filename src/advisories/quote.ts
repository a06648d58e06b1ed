/** So much of a text of a host is shown: it may be anything, and of any length. */
const longestShown = 80;

/** Control characters, and those that are invisible or turn the direction of writing. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** One line that can be printed, cut off after `longest` characters. */
export function printable(text: string, longest: number): string {
  const shown = [...text.slice(0, longest * 2)].slice(0, longest).join('');
  return `${shown.replace(unprintable, escaped)}${shown.length < text.length ? '…' : ''}`;
}

/** The text in quotation marks, for texts that could not be understood: `"4.1\u{a}13"`. */
export const quote = (text: string): string => `"${printable(text, longestShown)}"`;

/** A text that was understood: bare where it cannot be mistaken for prose, else in quotation marks. */
export const shown = (text: string): string => (/^[\w.+:=~-]{1,80}$/.test(text) ? text : quote(text));
