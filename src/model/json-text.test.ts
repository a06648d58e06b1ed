import { expect, it } from 'vitest';
import { jsonText } from './json-text.ts';

it('is JSON on lines of its own', () => {
  expect(jsonText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
});

it.each([
  ['delete and C1', '\u007f\u009b31m', '"\\u007f\\u009b31m"\n'],
  ['marks that turn the direction of writing', '\u202eexe', '"\\u202eexe"\n'],
  ['line separators', '\u2028\u2029', '"\\u2028\\u2029"\n'],
  ['a format character of two units', '\u{e0001}', '"\\udb40\\udc01"\n'],
])('escapes %s, and reads back the same', (_, text, expected) => {
  expect(jsonText(text)).toBe(expected);
  expect(JSON.parse(jsonText(text))).toBe(text);
});
