import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parsePids } from './cgroup-procs.ts';

it.each([
  ['a cgroup with processes', '759\n788\n789\n', [759, 788, 789]],
  ['a cgroup without', '', []],
  ['an id that comes twice', '788\n759\n788\n', [788, 759]],
  ['processes of a namespace outside', '0\n0\n759\n', [759]],
])('reads %s', (_, text, pids) => {
  expect(parsePids(text)).toEqual(ok(pids));
});

it.each(['759\nx\n', '759 788\n', '-1\n', '759\n 788\n'])('finds %j malformed', (text) => {
  expect(parsePids(text)).toMatchObject({ kind: 'malformed' });
});

it('reads back any set of processes', () => {
  const pids = fc.uniqueArray(fc.integer({ min: 1, max: 4_194_304 }));
  fc.assert(
    fc.property(pids, (list) => {
      expect(parsePids(list.map((pid) => `${pid}\n`).join(''))).toEqual(ok(list));
    }),
  );
});
