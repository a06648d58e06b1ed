import { describe, expect, it } from 'vitest';
import { printable, quote, shown } from './quote.ts';

describe('quote', () => {
  it.each([
    ['4.1-x', '"4.1-x"'],
    ['', '""'],
    ['a\nb', String.raw`"a\u{a}b"`],
    ['\u001b[31mred', String.raw`"\u{1b}[31mred"`],
    ['a\u0085b', String.raw`"a\u{85}b"`],
    ['\u202eabc', String.raw`"\u{202e}abc"`],
    ['a\u2028b', String.raw`"a\u{2028}b"`],
    ['\ud800', String.raw`"\u{d800}"`],
    ['Überlänge', '"Überlänge"'],
  ])('shows %j as %s', (text, expected) => {
    expect(quote(text)).toBe(expected);
  });

  it('cuts long texts after 80 characters', () => {
    expect(quote('x'.repeat(80))).toBe(`"${'x'.repeat(80)}"`);
    expect(quote('x'.repeat(81))).toBe(`"${'x'.repeat(80)}…"`);
    expect(quote('x'.repeat(1e6))).toHaveLength(83);
  });

  it('cuts no character in half', () => {
    expect(printable('😀😀😀', 2)).toBe('😀😀…');
    expect(printable('😀😀😀', 3)).toBe('😀😀😀');
  });
});

describe('shown', () => {
  it.each([
    ['4.1.13+-20160111', '4.1.13+-20160111'],
    ['5:20.10.24~3-0', '5:20.10.24~3-0'],
    ['cgroup.memory=nokmem', 'cgroup.memory=nokmem'],
    ['', '""'],
    ['two words', '"two words"'],
    ['a;b', '"a;b"'],
    ['a\n', String.raw`"a\u{a}"`],
    ['1'.repeat(81), `"${'1'.repeat(80)}…"`],
  ])('shows %j as %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
