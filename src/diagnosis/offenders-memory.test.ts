import { describe, expect, it } from 'vitest';
import { processTable } from '../../test/support/process-table.ts';
import { idOf } from '../../test/support/scene.ts';
import type { Reconciliation } from '../model/diagnosis.ts';
import { Ages } from './ages.ts';
import type { LeakedMount } from './leaks.ts';
import type { JudgedMount } from './mounts.ts';
import { type Evidence, findOffenders } from './offenders.ts';

const a = idOf('a');
const b = idOf('b');
const at = (clock: number) => ({ clock, time: 1000 + clock });

const root = { driver: 'overlay2', key: 'k', mountPoint: '/mnt/k' } as const;
const holder = { pid: 5, comm: 'sleep', service: undefined, isExporter: false };
const leak: LeakedMount = { ...root, namespace: { id: 'mnt:[1]', holder, roots: [root] }, holder: 'other' };
const mount: JudgedMount = { ...root, isLingering: true };
/** Unkillable, a zombie leader, and the parent of that. */
const table = processTable([
  { pid: 5, killPending: true },
  { pid: 6, ppid: 5, state: 'zombie', threads: 2 },
]);
const reconciliation: Reconciliation = {
  ghosts: [b],
  orphans: [{ id: a, pids: [12, 11] }],
  orphaned: { processes: 2, residentBytes: 0, swapBytes: 0 },
  suspects: [],
  undecided: 0,
};
const all: Evidence = {
  processes: { table, containerOfPid: new Map() },
  mounts: [mount],
  leaks: [leak],
  reconciliation,
  nameOf: () => '',
  ownerOf: () => undefined,
};
const none = { processes: undefined, mounts: undefined, leaks: undefined, reconciliation: undefined };

/** What is told at the last of these looks, each 10 s after the one before. */
function watch(...looks: readonly Partial<Evidence>[]) {
  let past: Ages['next'] = new Map();
  let found: ReturnType<typeof findOffenders> | undefined;
  looks.forEach((evidence, index) => {
    const ages = new Ages(past, at(10 * index));
    found = findOffenders({ ...all, ...evidence }, ages, { most: 20, settleSeconds: 5 });
    past = ages.next;
  });
  const worst = found?.offenders.worst ?? [];
  return { kinds: worst.map(({ kind }) => kind).sort(), worst, tooNew: found?.tooNew };
}

const settled = ['lingering_mount', 'mount_holder', 'unkillable', 'zombie_leader', 'zombie_parent'];
const contradicted = ['ghost', 'orphan'];

it('tells everybody who was there at the look before, and contradictions at once: these were confirmed', () => {
  expect(watch({})).toMatchObject({ kinds: contradicted, tooNew: 5 });
  expect(watch({}, {})).toMatchObject({ kinds: [...contradicted, ...settled].sort(), tooNew: 0 });
});

it('forgets nobody over a look at which nothing was to be seen', () => {
  const { kinds, worst } = watch({}, { ...none, reconciliation }, {});
  expect(kinds).toEqual([...contradicted, ...settled].sort());
  expect(worst.map(({ age }) => age)).toEqual(Array(7).fill(20));
});

describe('what is not known accuses nobody, and what is known is told all the same', () => {
  it.each<[string, Partial<Evidence>, readonly string[]]>([
    ['mounts', { mounts: undefined }, ['lingering_mount']],
    ['leaks', { leaks: undefined }, ['mount_holder']],
    ['processes', { processes: undefined }, ['mount_holder', 'unkillable', 'zombie_leader', 'zombie_parent']],
  ])('%s', (_, unseen, missing) => {
    const left = settled.filter((kind) => !missing.includes(kind));
    expect(watch({}, unseen).kinds).toEqual([...contradicted, ...left].sort());
    expect(watch({}, unseen, {}).worst.map(({ age }) => age)).toEqual(Array(7).fill(20));
  });
});

it('a ghost and an orphan are as old as the contradiction, not as the word that confirmed it', () => {
  const ages = new Ages(
    new Map([
      [`ghost/${b}`, at(1)],
      [`orphan/${a}`, at(2)],
    ]),
    at(60),
  );
  const { offenders } = findOffenders({ ...all, ...none, reconciliation }, ages, { most: 20, settleSeconds: 5 });
  expect(offenders.worst).toMatchObject([
    { kind: 'ghost', firstSeen: 1001, age: 59, count: 1, pids: [] },
    { kind: 'orphan', firstSeen: 1002, age: 58, count: 2, pids: [11, 12] },
  ]);
});
