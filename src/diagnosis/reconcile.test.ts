import { describe, expect, it } from 'vitest';
import { dockerCgroup, idOf, type Scene, snapshotOfScene } from '../../test/support/scene.ts';
import type { ContainerState } from '../model/engine.ts';
import { noMemory } from '../model/memory.ts';
import { absent, denied, malformed, ok, timedOut } from '../model/reading.ts';
import { diagnose } from './diagnose.ts';

const a = idOf('a');
const b = idOf('b');

/** Diagnoses the scenes one after the other; gives what the reconciliation says of each. */
function watch(...scenes: readonly Scene[]) {
  let memory = noMemory;
  return scenes.map((scene) => {
    const diagnosis = diagnose(snapshotOfScene(scene), memory);
    memory = diagnosis.memory;
    const { reconciliation } = diagnosis;
    if (reconciliation === undefined) return undefined;
    return {
      ghosts: reconciliation.ghosts,
      orphans: reconciliation.orphans.map(({ id }) => id),
      suspects: reconciliation.suspects,
      undecided: reconciliation.undecided,
    };
  });
}

const clean = { ghosts: [], orphans: [], suspects: [], undecided: 0 };
const asked = (state: ContainerState | 'missing', askedAt: number) => ({ state, askedAt });

describe('a ghost', () => {
  const scene = { listed: { [a]: 'running' }, askedAt: -9 } as const;

  it('is a suspect after 5 s, and a ghost at the look after the Engine has repeated its word', () => {
    expect(
      watch(
        { ...scene, clock: 0 },
        { ...scene, clock: 4.9 },
        { ...scene, clock: 5 },
        { ...scene, clock: 6, inspected: { [a]: asked('running', 5.1) } },
        { ...scene, clock: 90 },
      ),
    ).toEqual([
      { ...clean, undecided: 1 },
      { ...clean, undecided: 1 },
      { ...clean, undecided: 1, suspects: [a] },
      { ...clean, ghosts: [a] },
      { ...clean, ghosts: [a] },
    ]);
  });

  it('is none when the Engine has noticed by then', () => {
    const last = watch(
      { ...scene, clock: 0 },
      { ...scene, clock: 5 },
      { ...scene, clock: 6, inspected: { [a]: asked('exited', 5.1) } },
    ).at(-1);
    expect(last).toEqual(clean);
  });

  it('is none by an answer from before the 5 s were over, or from this very look', () => {
    const early = { [a]: asked('running', 4.9) };
    const now = { [a]: asked('running', 6.1) };
    const looks = watch(
      { ...scene, clock: 0 },
      { ...scene, clock: 6, inspected: early },
      { ...scene, clock: 6, inspected: now },
    );
    expect(looks.map((look) => look?.ghosts)).toEqual([[], [], []]);
  });

  it('begins anew when a process was seen in between', () => {
    const looks = watch(
      { ...scene, clock: 0 },
      { ...scene, clock: 3, live: { [a]: [7] } },
      { ...scene, clock: 6, inspected: { [a]: asked('running', 5.5) } },
    );
    expect(looks.at(-1)).toEqual({ ...clean, undecided: 1 });
  });

  it('is a paused container as well, and one of which only zombies are left', () => {
    const paused = { listed: { [a]: 'paused' }, live: { [a]: [7] }, rows: [{ pid: 7, state: 'zombie' }] } as const;
    const looks = watch({ ...paused, clock: 0 }, { ...paused, clock: 9 }, { ...paused, clock: 20, askedAt: 18 });
    expect(looks.at(-1)?.ghosts).toEqual([a]);
  });

  it.each(['restarting', 'created', 'exited', 'dead', 'removing', 'other'] as const)(
    'is not a container that is %s',
    (state) => {
      const looks = watch({ clock: 0, listed: { [a]: state } }, { clock: 20, listed: { [a]: state }, askedAt: 19 });
      expect(looks).toEqual([clean, clean]);
    },
  );
});

describe('an orphan', () => {
  const scene = { live: { [a]: [7] }, askedAt: -9 } as const;

  it.each(['exited', 'dead', 'created', 'removing', 'missing'] as const)('is a live container that is %s', (state) => {
    const listed = state === 'missing' ? {} : { [a]: state };
    const inspected = { [a]: asked(state, 5.5) };
    const looks = watch(
      { ...scene, listed, clock: 0 },
      { ...scene, listed, clock: 5 },
      { ...scene, listed, clock: 6, inspected },
    );
    expect(looks.map((look) => look?.orphans)).toEqual([[], [], [a]]);
    expect(looks.map((look) => look?.suspects)).toEqual([[], [a], []]);
  });

  it.each(['running', 'paused', 'restarting', 'other'] as const)('is not a live container that is %s', (state) => {
    const listed = { [a]: state };
    expect(watch({ ...scene, listed, clock: 0 }, { ...scene, listed, clock: 20, askedAt: 19 })).toEqual([clean, clean]);
  });

  it('is none when the list is only too old to know it', () => {
    const look = { ...scene, listed: {}, clock: 6, inspected: { [a]: asked('running', 5.1) } };
    expect(watch({ ...scene, listed: {}, clock: 0 }, look).at(-1)).toEqual(clean);
  });

  it('goes by the newer word: a list after an inspect, an inspect after a list', () => {
    const inspected = { [a]: asked('exited', 10) };
    const newer = watch({ ...scene, clock: 20, listed: { [a]: 'running' }, askedAt: 15, inspected });
    const older = watch({ ...scene, clock: 20, listed: { [a]: 'running' }, askedAt: 5, inspected });
    expect([newer, older]).toEqual([[clean], [{ ...clean, undecided: 1 }]]);
  });

  it('comes with all its processes and what they take', () => {
    const rows = [
      { pid: 7, residentPages: 10 },
      { pid: 8, residentPages: 5 },
      { pid: 9, state: 'zombie' as const },
    ];
    const host = { containerSwap: ok({ bytesOf: new Map([[8, 4096]]) }) };
    const look = { ...scene, live: { [a]: [7, 8, 9], [b]: [7] }, rows, host, listed: { [b]: 'running' as const } };
    const first = diagnose(snapshotOfScene({ ...look, clock: 0 }));
    const second = diagnose(snapshotOfScene({ ...look, clock: 20, askedAt: 19 }), first.memory);
    expect(second.reconciliation?.orphans).toEqual([{ id: a, pids: [7, 8] }]);
    expect(second.reconciliation?.orphaned).toEqual({ processes: 2, residentBytes: 15 * 4096, swapBytes: 4096 });
  });
});

describe('a container that the Engine does not know is another one’s', () => {
  const orphansOf = (...scenes: readonly Scene[]) => watch(...scenes).at(-1)?.orphans;
  const twice = (scene: Omit<Scene, 'clock'>): readonly Scene[] => [
    { ...scene, clock: 0 },
    { ...scene, clock: 20, askedAt: 19 },
  ];
  const at = (path: string) => twice({ listed: {}, cgroups: [dockerCgroup(a, [7], path)] });

  it.each([
    `/docker/${a}`,
    `/system.slice/docker-${a}.scope`,
    `/lxc/${a}`,
    `/ci/docker/${a}`,
    `/system.slice:docker:${a}`,
  ])('not at %s', (path) => expect(orphansOf(...at(path))).toEqual([a]));

  it.each([`/somebody/${a}`, `/mydocker/${a}`, `/system.slice/notdocker-${a}.scope`])('at %s', (path) =>
    expect(orphansOf(...at(path))).toEqual([]),
  );

  it('but not once it was in the list', () => {
    const cgroups = [dockerCgroup(a, [7], `/somebody/${a}`)];
    const known = { listed: { [a]: 'running' as const }, cgroups, clock: -10 };
    expect(orphansOf(known, ...twice({ listed: {}, cgroups }))).toEqual([a]);
  });

  it('when a second dockerd runs on this host', () => {
    const rows = [{ pid: 7 }, { pid: 200, name: 'dockerd' as const }];
    expect(orphansOf(...twice({ listed: {}, live: { [a]: [7] }, rows }))).toEqual([]);
  });

  it('but a dockerd in a container is none of this host', () => {
    const rows = [{ pid: 7 }, { pid: 200, name: 'dockerd' as const }];
    const live = { [a]: [7], [b]: [200] };
    expect(orphansOf(...twice({ listed: { [b]: 'running' }, live, rows }))).toEqual([a]);
  });
});

describe('nothing is said', () => {
  const guilty: Scene = { clock: 20, askedAt: 19, listed: { [a]: 'running' }, live: { [b]: [7] } };

  it('when the Engine did not answer, and then it goes on where it was', () => {
    const looks = watch({ ...guilty, clock: 0 }, { ...guilty, clock: 10, listed: undefined }, guilty);
    expect(looks.map((look) => look?.ghosts)).toEqual([[], undefined, [a]]);
  });

  it('when the list is fine and the probe is not', () => {
    const { probes } = snapshotOfScene({ ...guilty, listed: undefined }).engine ?? {};
    expect(watch({ ...guilty, ...(probes && { engine: { probes } }) })).toEqual([undefined]);
  });

  it.each([denied('EACCES'), malformed('rubbish'), timedOut('late'), absent('none')])(
    'when a view is $kind',
    (failure) => {
      expect(watch({ ...guilty, host: { processes: failure } })).toEqual([undefined]);
      expect(watch({ ...guilty, host: { containers: failure } })).toEqual([undefined]);
      expect(watch({ ...guilty, engine: { containers: failure } })).toEqual([undefined]);
    },
  );

  it('when a view is not complete', () => {
    const { processes, containers } = snapshotOfScene(guilty).host;
    for (const partial of [
      { processes: { ...processes, missed: ['x'] } },
      { containers: { ...containers, missed: ['x'] } },
    ])
      expect(watch({ ...guilty, host: partial as never })).toEqual([undefined]);
  });

  it('when the Engine that answers is not on this host', () => {
    const { daemons } = snapshotOfScene(guilty).host;
    const host = { daemons: { ...daemons, dockerd: daemons.containerd } };
    expect(watch({ ...guilty, host })).toEqual([undefined]);
  });

  it('when containers have no cgroup of their own, also while /info hangs later', () => {
    const info = ok({ cgroupDriver: 'none' } as never);
    expect(watch({ ...guilty, engine: { info } }, { ...guilty, clock: 30 })).toEqual([undefined, undefined]);
  });
});

it('a pod of a kubelet that uses Docker is no ghost, and one that Docker does not know no orphan', () => {
  const pod = { ...dockerCgroup(a, [7], `/kubepods.slice/docker-${a}.scope`), runtime: 'kubernetes' as const };
  expect(watch({ clock: 0, listed: { [a]: 'running' }, cgroups: [pod] })).toEqual([clean]);
  expect(watch({ clock: 0, listed: {}, cgroups: [pod] })).toEqual([clean]);
});
