import { expect, it } from 'vitest';
import { count, either } from './words.ts';

it.each([
  [[], ''],
  [['aufs'], 'aufs'],
  [['aufs', 'overlay'], 'aufs or overlay'],
  [['aufs', 'overlay', 'btrfs'], 'aufs, overlay or btrfs'],
])('joins %j', (parts, expected) => {
  expect(either(parts)).toBe(expected);
});

it('counts in the singular and the plural', () => {
  expect([1, 2, 0].map((value) => count(value, 'CPU'))).toEqual(['1 CPU', '2 CPUs', '0 CPUs']);
});
