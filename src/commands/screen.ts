import { styleText } from 'node:util';
import { printable, wrap } from './check-text.ts';

/** Where a table is shown. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly hasColour: boolean;
}

export type Paint = Parameters<typeof styleText>[0];

export const indent = '  ';

/** Whether the stream takes colours was decided before. */
export const paint = (text: string, style: Paint, { hasColour }: Screen): string =>
  hasColour && text.trim() !== '' ? styleText(style, text, { validateStream: false }) : text;

/** A label with its text beside it, in a column of its own that begins after `labelWidth`. */
export function labelled(label: string, text: string, labelWidth: number, screen: Screen): readonly string[] {
  const margin = indent.length + labelWidth;
  return wrap(printable(text), screen.width - margin).map((line, index) => {
    const shown = index === 0 ? printable(label) : '';
    return indent + paint(shown.padEnd(labelWidth), 'dim', screen) + line;
  });
}

/** The first line of something: a word in its colour and a text, which goes on below if it has to. */
export function headed(word: string, style: Paint, text: string, screen: Screen): readonly string[] {
  const [first = '', ...rest] = wrap(printable(`${word} ${text}`), screen.width - indent.length);
  return [paint(word, style, screen) + first.slice(word.length), ...rest.map((line) => indent + line)];
}

const narrowest = 80;
const widest = 120;
const usualWidth = 100;

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(): boolean;
}

/** A terminal's width within reason. Colours only there, and not against NO_COLOR, which Node.js looks after. */
export function screenOf(stream: Stream): Screen {
  if (!stream.isTTY) return { width: usualWidth, hasColour: false };
  const width = Math.min(widest, Math.max(narrowest, stream.columns || usualWidth));
  return { width, hasColour: stream.hasColors?.() ?? false };
}
