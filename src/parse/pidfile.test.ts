import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parsePidfile } from './pidfile.ts';

it.each([
  ['as dockerd writes it', '184'],
  ['with a newline', '184\n'],
  ['with blanks around', ' 184 \r\n'],
])('reads a pid %s', (_, text) => {
  expect(parsePidfile(text)).toEqual(ok(184));
});

it.each(['', '\n', '0', '-1', '184 185', '18four', '1e3', '\u0000\u0000\u0000'])('finds %j malformed', (text) => {
  expect(parsePidfile(text)).toMatchObject({
    kind: 'malformed',
    detail: expect.stringMatching(/^expected a process id, got /),
  });
});
