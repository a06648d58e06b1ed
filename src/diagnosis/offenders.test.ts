import { describe, expect, it } from 'vitest';
import type { ProcessRow } from '../../test/support/process-table.ts';
import { dockerCgroup, idOf, type Scene, snapshotOfScene, unixTimeOf } from '../../test/support/scene.ts';
import type { HostView } from '../model/host.ts';
import { noMemory } from '../model/memory.ts';
import { absent, denied, ok } from '../model/reading.ts';
import { diagnose } from './diagnose.ts';

const a = idOf('a');
const b = idOf('b');
const digits = (id: string): string => id.slice(0, 12);
const listed = { [a]: 'running', [b]: 'running' } as const;
const empty = { container: '', name: '', process: '' };
const inA = { container: digits(a), name: 'name-a000' };

/** Diagnoses the scenes one after the other; gives the offenders of the last one, without what a test does not ask for. */
function offendersOf(...scenes: readonly Scene[]) {
  let memory = noMemory;
  let diagnosis = diagnose(snapshotOfScene(scenes[0] as Scene));
  for (const scene of scenes) {
    diagnosis = diagnose(snapshotOfScene(scene), memory);
    memory = diagnosis.memory;
  }
  const { offenders, undecided } = diagnosis;
  const worst = offenders.worst.map(({ firstSeen, age, pids, places, largest, ...labels }) => labels);
  return { worst, undecided, details: offenders.worst, totals: offenders.totals };
}

const twice = (scene: Omit<Scene, 'clock'>): readonly Scene[] => [
  { ...scene, clock: 0 },
  { ...scene, clock: 20 },
];

const withProcesses = (rows: readonly ProcessRow[], live: Scene['live'] = { [a]: [7], [b]: [8] }) =>
  offendersOf(...twice({ listed, live, rows }));

describe('processes', () => {
  const alive: readonly ProcessRow[] = [
    { pid: 7, comm: 'java' },
    { pid: 8, comm: 'nginx' },
  ];

  it('a parent with zombies, by container and name', () => {
    const zombies = [1, 2, 3].map((n): ProcessRow => ({ pid: 20 + n, ppid: 7, state: 'zombie' }));
    const { worst, details, totals } = withProcesses([...alive, ...zombies]);
    expect(worst).toEqual([{ kind: 'zombie_parent', ...inA, process: 'java', count: 3 }]);
    expect(details[0]?.pids).toEqual([7]);
    expect(totals.zombie_parent).toBe(3);
  });

  it('a parent on the host has no container', () => {
    const rows: readonly ProcessRow[] = [...alive, { pid: 30, comm: 'perl' }, { pid: 31, ppid: 30, state: 'zombie' }];
    expect(withProcesses(rows).worst).toEqual([{ ...empty, kind: 'zombie_parent', process: 'perl', count: 1 }]);
  });

  it('those that SIGKILL does not end, of one name in one container together', () => {
    const stuck = { state: 'disk_sleep', killPending: true, comm: 'dotnet' } as const;
    const rows: readonly ProcessRow[] = [
      { pid: 7, ...stuck },
      { pid: 9, ...stuck },
      { pid: 8, ...stuck },
    ];
    const { worst, details } = withProcesses(rows, { [a]: [7, 9], [b]: [8] });
    expect(worst).toEqual([
      { kind: 'unkillable', ...inA, process: 'dotnet', count: 2 },
      { kind: 'unkillable', container: digits(b), name: 'name-b000', process: 'dotnet', count: 1 },
    ]);
    expect(details[0]?.pids).toEqual([7, 9]);
  });

  it('a zombie leader of which threads live on', () => {
    const rows: readonly ProcessRow[] = [{ pid: 7, comm: 'dotnet', state: 'zombie', threads: 2, ppid: 1 }, { pid: 8 }];
    expect(withProcesses(rows).worst.map(({ kind, process }) => `${kind} ${process}`)).toEqual([
      'zombie_leader dotnet',
    ]);
  });
});

describe('the first 5 seconds', () => {
  const scene = { listed: {}, rows: [{ pid: 9, killPending: true, comm: 'cp' }] } as const;

  it('nobody is named, and it is said that something is undecided', () => {
    const young = offendersOf({ ...scene, clock: 0 }, { ...scene, clock: 4.9 });
    expect([young.worst, young.undecided]).toEqual([[], 1]);
    const old = offendersOf({ ...scene, clock: 0 }, { ...scene, clock: 5 });
    expect([old.worst.length, old.undecided]).toEqual([1, 0]);
  });

  it('a pid that comes back as another process is another one', () => {
    const other = { ...scene, rows: [{ ...scene.rows[0], startTicks: 77 }] };
    expect(offendersOf({ ...scene, clock: 0 }, { ...other, clock: 6 }).worst).toEqual([]);
  });

  it('the age goes on through a look at which the processes could not be read', () => {
    const host: Partial<HostView> = { processes: denied('EACCES') };
    const { details } = offendersOf({ ...scene, clock: 0 }, { ...scene, clock: 10, host }, { ...scene, clock: 12 });
    expect(details[0]).toMatchObject({ firstSeen: unixTimeOf(0), age: 12 });
  });

  it('and ends with the thing itself', () => {
    const gone = { ...scene, rows: [] };
    expect(offendersOf({ ...scene, clock: 0 }, { ...gone, clock: 6 }, { ...scene, clock: 12 }).undecided).toBe(1);
  });
});

describe('mounts', () => {
  const root = (key: string) => ({ driver: 'overlay2', key, mountPoint: `/mnt/${key}` }) as const;
  const layer = `/var/lib/docker/overlay2/${'f'.repeat(64)}/diff`;

  const hostWith = (
    onHost: readonly string[],
    elsewhere: readonly string[],
    live: Readonly<Record<string, string>>,
  ) => ({
    mounts: ok({ roots: onHost.map(root), ownRoot: undefined, networkNamespaces: 0, devicemapperSources: [] }),
    containerRoots: ok({ roots: new Map(Object.entries(live).map(([id, key]) => [id, root(key)])) }),
    mountNamespaces: ok({
      namespaces: [
        {
          id: 'mnt:[9]',
          holder: { pid: 8, comm: 'nginx', service: undefined, isExporter: false },
          roots: elsewhere.map(root),
        },
      ],
      read: 1,
      skipped: 0,
    }),
  });

  it('one that lingers is known by the container that it was, if that was seen alive', () => {
    const before = { listed, live: { [a]: [7] }, clock: 0, host: hostWith([layer], [], { [a]: layer }) };
    const after = { listed: {}, live: {}, host: hostWith([layer], [], {}) };
    const { worst, details } = offendersOf(before, { ...after, clock: 10 }, { ...after, clock: 20 });
    expect(worst).toEqual([{ kind: 'lingering_mount', ...inA, process: '', count: 1 }]);
    expect(details[0]?.places).toEqual([`/mnt/${layer}`]);
  });

  it('else by the id of the file system, or by nothing', () => {
    const host = hostWith([layer, 'si=1'], [], {});
    expect(offendersOf(...twice({ listed: {}, host })).worst.map(({ container }) => container)).toEqual([
      '',
      'ffffffffffff',
    ]);
  });

  it('who holds leaked ones, and how many', () => {
    const host = hostWith([], ['x', 'y'], {});
    const { worst, details } = offendersOf(...twice({ listed, live: { [b]: [8] }, host }));
    expect(worst).toEqual([
      { kind: 'mount_holder', container: digits(b), name: 'name-b000', process: 'nginx', count: 2 },
    ]);
    expect(details[0]).toMatchObject({ pids: [8], places: ['/mnt/x', '/mnt/y'] });
  });
});

describe('the name of a container', () => {
  const orphan = { live: { [a]: [7] } } as const;

  it('is the last known one when the Engine has forgotten the container', () => {
    const last = { ...orphan, listed: {} };
    const { worst } = offendersOf(
      { ...orphan, clock: 0, listed },
      { ...last, clock: 10 },
      { ...last, clock: 20 },
      { ...last, clock: 40, askedAt: 39 },
    );
    expect(worst).toEqual([{ kind: 'orphan', ...inA, process: '', count: 1 }]);
  });

  it('and when it does not answer', () => {
    const rows: readonly ProcessRow[] = [{ pid: 7, killPending: true, comm: 'cp' }];
    const silent = { ...orphan, rows, listed: undefined };
    const { worst } = offendersOf({ ...orphan, rows, clock: 0, listed }, { ...silent, clock: 10 });
    expect(worst).toEqual([{ kind: 'unkillable', ...inA, process: 'cp', count: 1 }]);
  });

  it('is forgotten with the last trace of the container', () => {
    const memoryOf = (...scenes: readonly Scene[]) =>
      scenes.reduce((memory, scene) => diagnose(snapshotOfScene(scene), memory).memory, noMemory);
    const gone = memoryOf({ ...orphan, clock: 0, listed }, { live: {}, clock: 10, listed: {} });
    expect([...gone.names.keys()]).toEqual([]);
    const unseen = { processes: absent('x'), containers: denied('x') };
    const kept = memoryOf({ ...orphan, clock: 0, listed }, { clock: 10, listed: {}, host: unseen });
    expect(kept.names.size).toBe(2);
  });
});

it('a ghost is one of its container, a nested process one of the outermost container', () => {
  const ghost = offendersOf(
    { clock: 0, listed: { [a]: 'running' } },
    { clock: 20, listed: { [a]: 'running' }, askedAt: 19 },
  );
  expect(ghost.worst).toEqual([{ kind: 'ghost', ...inA, process: '', count: 1 }]);
  const cgroups = [{ ...dockerCgroup(a, []), nested: [dockerCgroup(b, [7])] }];
  const nested = offendersOf(...twice({ listed, cgroups, rows: [{ pid: 7, killPending: true, comm: 'cp' }] }));
  expect(nested.worst.find(({ kind }) => kind === 'unkillable')).toMatchObject(inA);
});

describe('the mount of a ghost goes with the ghost', () => {
  const key = `${'f'.repeat(64)}/diff`;
  const mounts = ok({
    roots: [{ driver: 'overlay2' as const, key, mountPoint: '/merged' }],
    ownRoot: undefined,
    networkNamespaces: 0,
    devicemapperSources: [],
  });
  const ghost = { listed: { [a]: 'running' as const }, askedAt: -1 };
  const inspected = { [a]: { state: 'running' as const, askedAt: 8, rootKey: `/var/lib/docker/overlay2/${key}` } };
  const host = { mounts, containerRoots: ok({ roots: new Map() }) };

  it('when the Engine has told whose it is', () => {
    const looks = [
      { ...ghost, host, clock: 0 },
      { ...ghost, host, clock: 7 },
      { ...ghost, host, clock: 14, inspected },
    ];
    expect(offendersOf(...looks).worst).toEqual([{ kind: 'ghost', ...inA, process: '', count: 1 }]);
    const [last] = looks.slice(-1).map((look) => diagnose(snapshotOfScene(look), noMemory).mounts?.byDriver);
    expect(last).toEqual(new Map([['overlay2', { live: 0, lingering: 1 }]])); // not confirmed: nobody's yet
  });

  it('and lingers by itself when nobody is known to have it', () => {
    const { rootKey, ...word } = inspected[a] as (typeof inspected)[string] & { rootKey: string };
    expect(rootKey).toBeDefined();
    const { worst } = offendersOf(
      { ...ghost, host, clock: 0 },
      { ...ghost, host, clock: 7 },
      { ...ghost, host, clock: 14, inspected: { [a]: word } },
    );
    expect(worst.map(({ kind }) => kind)).toEqual(['ghost', 'lingering_mount']);
  });
});
