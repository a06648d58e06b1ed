import { ok, type Reading } from '../model/reading.ts';
import { unexpected } from './text.ts';

const decimalUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
const binaryUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

const factors: ReadonlyMap<string, number> = new Map([
  ...decimalUnits.map((unit, power) => [unit, 1000 ** power] as const),
  ...binaryUnits.map((unit, power) => [unit, 1024 ** power] as const),
  // Docker before 1.3 divided by 1024 × 1024 and called it Mb.
  ['Mb', 1024 ** 2],
]);

/**
 * Parses a size as Docker writes it for people, with about four digits: `DriverStatus` of `GET /info` has
 * sizes in no other form. Units are powers of 1000, `KiB` and so on of 1024. Before Docker 1.12 a space
 * stood between number and unit. The result is rounded to a whole byte.
 *
 * @example `246.4MB`, `2.147GB`, `1.9 GB`, `0 B`, and of Docker 0.x `291.5 Mb`
 */
export function parseHumanBytes(text: string): Reading<number> {
  // go-units prints with %.4g, which turns to an exponent when rounding reaches 10000.
  const [, digits, unit] = /^(\d{1,12}(?:\.\d{1,12})?(?:e\+0\d)?) ?([A-Za-z]{1,3})$/.exec(text) ?? [];
  const factor = factors.get(unit ?? '');
  return digits === undefined || factor === undefined
    ? unexpected('a size such as "2.147GB"', text)
    : ok(Math.round(Number(digits) * factor));
}
