import { expect, it } from 'vitest';
import { screenOf } from './screen.ts';

const terminal = (columns: number | undefined, colours: boolean) => ({
  isTTY: true,
  ...(columns === undefined ? {} : { columns }),
  hasColors: (): boolean => colours,
});

it.each([
  [{}, { width: 100, hasColour: false }],
  [
    { hasColors: (): boolean => true, columns: 90 },
    { width: 100, hasColour: false },
  ],
  [terminal(90, true), { width: 90, hasColour: true }],
  [terminal(90, false), { width: 90, hasColour: false }],
  [terminal(40, true), { width: 80, hasColour: true }],
  [terminal(400, true), { width: 120, hasColour: true }],
  [terminal(0, true), { width: 100, hasColour: true }],
  [terminal(undefined, true), { width: 100, hasColour: true }],
])('%j', (stream, screen) => expect(screenOf(stream)).toEqual(screen));
