import { expect, it, vi } from 'vitest';
import { failedSnapshot } from '../../test/support/snapshots.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Reconciliation } from '../model/diagnosis.ts';
import { noMemory } from '../model/memory.ts';
import { absent } from '../model/reading.ts';
import { Watch } from './watch.ts';

const snapshots = () => failedSnapshot(absent('not in this test'));
const reconciliation: Reconciliation = {
  ghosts: [],
  orphans: [],
  orphaned: { processes: 0, residentBytes: 0, swapBytes: 0 },
  suspects: ['a', 'b'],
  undecided: 2,
};

it('judges a snapshot once for all who ask for it, and hands the memory on', async () => {
  const [first, second] = [snapshots(), snapshots()];
  const judge = vi.fn(diagnose);
  const observe = vi.fn().mockResolvedValueOnce(first).mockResolvedValueOnce(first).mockResolvedValue(second);
  const watch = new Watch({ observe, diagnose: judge, inspect: () => {} });
  const [a, b] = await Promise.all([watch.look(1), watch.look(1)]);
  expect(b).toBe(a);
  await watch.look(2);
  expect(judge.mock.calls).toEqual([
    [first, noMemory],
    [second, a.diagnosis.memory],
  ]);
  expect(observe.mock.calls).toEqual([[1], [1], [2]]);
});

it('asks about suspects once for each snapshot', async () => {
  const snapshot = snapshots();
  const inspect = vi.fn();
  const watch = new Watch({
    observe: async () => snapshot,
    diagnose: (each, past) => ({ ...diagnose(each, past), reconciliation }),
    inspect,
  });
  await Promise.all([watch.look(1), watch.look(1)]);
  expect(inspect.mock.calls).toEqual([[['a', 'b']]]);
});
