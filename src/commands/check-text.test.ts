import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bounded, printable, wrap } from './check-text.ts';

it.each([
  ['web', 'web'],
  ['größe 日本 🐳', 'größe 日本 🐳'],
  ['\u001b[31mred\u001b]0;title\u0007', '?[31mred?]0;title?'],
  ['\u009b2J', '?2J'],
  ['evil\u202egpj.exe', 'evil?gpj.exe'],
  ['two\r\nlines\tand a\u2028third', 'two lines and a third'],
  ['\u0000\u007f\ud800', '???'],
])('%j is shown as %s', (text, shown) => expect(printable(text)).toBe(shown));

it('nothing of any text reaches the terminal but what can be seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }),
  );
});

it('breaks between words, and never within one', () => {
  expect(wrap('aaa bbb ccc', 7)).toEqual(['aaa bbb', 'ccc']);
  expect(wrap('aaa bbb ccc', 6)).toEqual(['aaa', 'bbb', 'ccc']);
  expect(wrap('a very-long-word b', 5)).toEqual(['a', 'very-long-word', 'b']);
  expect(wrap('', 5)).toEqual(['']);
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/));
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), (all, width) => {
      const lines = wrap(all.join(' '), width);
      expect(lines.join(' ')).toBe(all.join(' '));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }),
  );
});

it('cuts what is too long', () => {
  expect(bounded('abc', 3)).toBe('abc');
  expect(bounded('abcd', 3)).toBe('ab…');
});
