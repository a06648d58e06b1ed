import { expect, it } from 'vitest';
import { quoted } from './one-line.ts';

it.each([
  ['plain', '"plain"'],
  ['a "b" \\', '"a \\"b\\" \\\\"'],
  ['two\nlines\t', '"two\\nlines\\t"'],
  ['\u001b[31m', '"\\u001b[31m"'],
  ['\u007f\u0085\u009f', '"\\u007f\\u0085\\u009f"'],
  ['\u2028\u2029\ufeff', '"\\u2028\\u2029\\ufeff"'],
  ['Grüße', '"Grüße"'],
])('%j is quoted on one line', (text, expected) => {
  expect(quoted(text)).toBe(expected);
});
