import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseSingleNumber } from './single-number.ts';

it.each([
  ['4194304\n', 4194304],
  ['32768', 32768],
  ['0\n', 0],
])('reads %j', (text, value) => {
  expect(parseSingleNumber(text)).toEqual(ok(value));
});

it.each(['\n', '-1\n', '1\n2\n', '4194304 \n', '0x10', 'max\n', '1\n\n'])('finds %j malformed', (text) => {
  expect(parseSingleNumber(text)).toMatchObject({ kind: 'malformed' });
});

it('reads back every number', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      expect(parseSingleNumber(`${value}\n`)).toEqual(ok(value));
    }),
  );
});
