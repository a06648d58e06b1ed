import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseCgroups } from './cgroups.ts';

const header = '#subsys_name\thierarchy\tnum_cgroups\tenabled\n';

it.each([
  ['the fullest hierarchy of v1', `${header}cpuset\t3\t1\t1\nmemory\t4\t10\t1\nnet_cls\t0\t1\t1\n`, 10],
  ['v2, where all are one', `${header}cpuset\t0\t9\t1\ncpu\t0\t9\t1\nmemory\t0\t9\t1\n`, 9],
])('counts %s', (_, text, live) => {
  expect(parseCgroups(text)).toEqual(ok({ live, dying: undefined }));
});

it.each([
  ['no header', 'memory\t4\t10\t1\n'],
  ['no rows', header],
  ['a row cut off', `${header}memory\t4\t1`],
  ['blanks for tabs', `${header}memory 4 10 1\n`],
  ['a name for a number', `${header}memory\t4\tmany\t1\n`],
])('finds %s malformed', (_, text) => {
  expect(parseCgroups(text)).toMatchObject({ kind: 'malformed' });
});
