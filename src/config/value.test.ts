import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quote } from './value.ts';

it.each([
  ['plain', '"plain"'],
  ['two\nlines', '"two\\nlines"'],
  ['a\u2028b\u2029c', '"a\\u2028b\\u2029c"'],
  ['\u009b2J\ufeff', '"\\u009b2J\\ufeff"'],
  ['tcp://user:secret@host', '"tcp://***@host"'],
])('%j is shown as %s', (text, shown) => expect(quote(text)).toBe(shown));

it('is bounded, and one line whatever the text is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const shown = quote(text);
      expect(shown.length).toBeLessThan(600);
      expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }),
  );
});
