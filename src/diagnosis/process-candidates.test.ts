import { expect, it } from 'vitest';
import { type ProcessRow, processTable } from '../../test/support/process-table.ts';
import { Ages } from './ages.ts';
import { processCandidates } from './process-candidates.ts';

const at = (clock: number) => ({ clock, time: 1000 + clock });

function looked(rows: readonly ProcessRow[], past: Ages['next'] = new Map(), clock = 0) {
  const ages = new Ages(past, at(clock));
  const candidates = processCandidates(processTable(rows), new Map([[7, 'c']]), ages);
  const told = candidates.map(({ kind, pid, count, seen }) => `${kind} ${pid}: ${count} since ${seen.clock}`);
  return { told, candidates, next: ages.next };
}

it('a zombie that was killed is dead, and not one that SIGKILL does not end', () => {
  const killed = { state: 'zombie', killPending: true, ppid: 99 } as const;
  expect(looked([{ pid: 5, ...killed }]).told).toEqual([]);
  expect(looked([{ pid: 5, ...killed, threads: 2 }]).told).toEqual([
    'unkillable 5: 1 since 0',
    'zombie_leader 5: 1 since 0',
  ]);
});

it('a parent counts all its zombies, leaders of live threads too, and a parent that is gone none', () => {
  const rows: readonly ProcessRow[] = [
    { pid: 7, comm: 'java' },
    { pid: 8, ppid: 7, state: 'zombie' },
    { pid: 9, ppid: 7, state: 'zombie', threads: 3 },
    { pid: 10, ppid: 99, state: 'zombie' },
  ];
  const { told, candidates } = looked(rows);
  expect(told).toEqual(['zombie_leader 9: 1 since 0', 'zombie_parent 7: 2 since 0']);
  expect(candidates[1]).toMatchObject({ container: 'c', process: 'java' });
});

it('the first process of the table can be a parent as well', () => {
  expect(looked([{ pid: 1 }, { pid: 2, ppid: 1, state: 'zombie' }]).told).toEqual(['zombie_parent 1: 1 since 0']);
});

it('two that started in the same moment are two', () => {
  const stuck = { killPending: true, startTicks: 77 } as const;
  const { next } = looked([{ pid: 5, ...stuck }]);
  expect(
    looked(
      [
        { pid: 5, ...stuck },
        { pid: 6, ...stuck },
      ],
      next,
      9,
    ).told,
  ).toEqual(['unkillable 5: 1 since 0', 'unkillable 6: 1 since 9']);
});

it('one that was known for one thing is new in another', () => {
  const child: ProcessRow = { pid: 6, ppid: 5, state: 'zombie' };
  const { next } = looked([{ pid: 5 }, child]);
  expect(looked([{ pid: 5, killPending: true }, child], next, 9).told).toEqual([
    'unkillable 5: 1 since 9',
    'zombie_parent 5: 1 since 0',
  ]);
});
