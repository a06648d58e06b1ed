import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseHumanBytes } from './bytes.ts';

it.each([
  ['246.4MB', 246_400_000],
  ['2.147GB', 2_147_000_000],
  ['65.54kB', 65_540],
  ['0B', 0],
  ['0 B', 0],
  ['1.9 GB', 1_900_000_000],
  ['10.74 GB', 10_740_000_000],
  ['1.02TB', 1_020_000_000_000],
  ['64KiB', 65_536],
  ['1e+04kB', 10_000_000],
  ['291.5 Mb', 305_659_904],
  ['102400.0 Mb', 107_374_182_400],
])('reads %s', (text, bytes) => {
  expect(parseHumanBytes(text)).toEqual(ok(bytes));
});

it.each([
  '',
  'B',
  '12',
  '-1B',
  '1.5.2GB',
  '0x1fB',
  'NaN B',
  '1e400GB',
  '1,5GB',
  '2.1 Gb',
  '2.1QB',
  ' 1B',
  '1B ',
  '1  B',
])('finds %j malformed', (text) => {
  expect(parseHumanBytes(text)).toEqual({
    kind: 'malformed',
    detail: `expected a size such as "2.147GB", got "${text}"`,
  });
});

it('is within the rounding of what Docker wrote', () => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  fc.assert(
    fc.property(fc.maxSafeNat(), (bytes) => {
      const power = bytes === 0 ? 0 : Math.floor(Math.log10(bytes) / 3);
      const text = `${Number((bytes / 1000 ** power).toPrecision(4))}${units[power]}`;
      const reading = parseHumanBytes(text);
      expect(reading.kind).toBe('ok');
      if (reading.kind === 'ok') expect(Math.abs(reading.value - bytes)).toBeLessThanOrEqual(bytes * 0.0005 + 1);
    }),
  );
});
