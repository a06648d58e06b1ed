import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseCgroupStat } from './cgroup-stat.ts';

it('keeps live and dying apart', () => {
  expect(parseCgroupStat('nr_descendants 5\nnr_dying_descendants 3\n')).toEqual(ok({ live: 5, dying: 3 }));
});

it('is not put off by the lines for each controller of newer kernels', () => {
  const text =
    'nr_descendants 12\nnr_subsys_cpuset 13\nnr_subsys_memory 13\nnr_dying_descendants 0\nnr_dying_subsys_memory 4\n';
  expect(parseCgroupStat(text)).toEqual(ok({ live: 12, dying: 0 }));
});

it.each([
  ['nr_dying_descendants 3\n', 'expected a line "nr_descendants <number>", got "nr_dying_descendants 3\\n"'],
  ['nr_descendants 5\n', 'expected a line "nr_dying_descendants <number>", got "nr_descendants 5\\n"'],
  [
    'nr_descendants max\nnr_dying_descendants 3\n',
    'expected a line "nr_descendants <number>", got "nr_descendants max"',
  ],
])('finds %j malformed', (text, detail) => {
  expect(parseCgroupStat(text)).toEqual({ kind: 'malformed', detail });
});
