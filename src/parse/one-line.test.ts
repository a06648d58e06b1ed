import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseOneLine } from './one-line.ts';

it.each([
  ['BOOT_IMAGE=/vmlinuz root=/dev/vda1 ro quiet\n', 'BOOT_IMAGE=/vmlinuz root=/dev/vda1 ro quiet'],
  ['4096\t131072\t6291456\n', '4096\t131072\t6291456'],
  ['1\n', '1'],
  ['0', '0'],
  ['\n', ''], // nobody gave the kernel anything
  ['', ''],
])('takes %j', (text, line) => expect(parseOneLine(text)).toEqual(ok(line)));

it.each(['1\n2\n', 'a\u0000b', 'a\rb', '\u001b[31m', '\u009bm', 'x'.repeat(16_385)])('finds %j malformed', (text) => {
  const reading = parseOneLine(text);
  expect(reading).toMatchObject({
    kind: 'malformed',
    detail: expect.stringMatching(/^expected one line of text, got "/),
  });
});

it('takes the longest line', () => expect(parseOneLine(`${'x'.repeat(16_384)}\n`).kind).toBe('ok'));

it('makes of any text a line that can be printed, or says that it is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const reading = parseOneLine(text);
      if (reading.kind === 'ok') expect(reading.value).not.toMatch(/[\n\r\0]/);
      else expect(reading.kind).toBe('malformed');
    }),
  );
});
