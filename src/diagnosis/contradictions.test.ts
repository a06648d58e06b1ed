import { describe, expect, it } from 'vitest';
import { dockerCgroup, idOf, type Scene, snapshotOfScene } from '../../test/support/scene.ts';
import { hidden } from '../../test/support/snapshots.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import { diagnose } from './diagnose.ts';

const a = idOf('a');

/** The reconciliation of each of these looks, one after the other. */
function watch(...scenes: readonly Scene[]) {
  let memory: Memory = noMemory;
  return scenes.map((scene) => {
    const diagnosis = diagnose(snapshotOfScene(scene), memory);
    memory = diagnosis.memory;
    return diagnosis;
  });
}

const twice = (scene: Omit<Scene, 'clock'>): readonly Scene[] => [
  { ...scene, clock: 0 },
  { ...scene, clock: 20, askedAt: 19 },
];
const orphansOf = (...scenes: readonly Scene[]) =>
  watch(...scenes)
    .at(-1)
    ?.reconciliation?.orphans.map(({ id }) => id);

describe('whose a container is', () => {
  const elsewhere = dockerCgroup(a, [7], `/somebody/${a}`);

  it('is no question where the Engine lists it, wherever its cgroup is and however many Engines there are', () => {
    const rows = [{ pid: 7 }, { pid: 200, name: 'dockerd' as const }];
    const inspected = { [a]: { state: 'exited' as const, askedAt: 19 } };
    const scene = { listed: { [a]: 'exited' as const }, inspected, cgroups: [elsewhere], rows };
    expect(orphansOf(...twice(scene))).toEqual([a]);
  });

  it('is told by any of its cgroups', () => {
    for (const cgroups of [
      [elsewhere, dockerCgroup(a, [8])],
      [dockerCgroup(a, [8]), elsewhere],
    ]) {
      expect(orphansOf(...twice({ listed: {}, cgroups }))).toEqual([a]);
    }
  });
});

it('of an orphan that the Engine lists an inspect has to tell: the list does not wait for one that is being started', () => {
  const scene = { listed: { [a]: 'created' as const }, live: { [a]: [7] } };
  expect(orphansOf(...twice(scene))).toEqual([]);
  expect(orphansOf(...twice({ ...scene, inspected: { [a]: { state: 'created', askedAt: 19 } } }))).toEqual([a]);
});

it('nobody is a ghost where the processes of the host are hidden', () => {
  const snapshot = snapshotOfScene({ clock: 0, listed: { [a]: 'running' } });
  const visibility = { ...snapshot.visibility, host_processes: hidden };
  expect(diagnose({ ...snapshot, visibility }).reconciliation).toBeUndefined();
  expect(diagnose(snapshot).reconciliation).toBeDefined();
});

describe('what is not decided yet', () => {
  const orphan = { listed: {}, live: { [a]: [7] }, rows: [{ pid: 7, residentPages: 5 }] } as const;

  it('is said, and nothing of it counts', () => {
    const [first, second] = watch(...twice(orphan));
    expect(first?.undecided).toBe(1);
    expect(first?.reconciliation?.orphaned).toEqual({ processes: 0, residentBytes: 0, swapBytes: 0 });
    expect(second?.undecided).toBe(0);
    expect(second?.reconciliation?.orphaned).toMatchObject({ processes: 1, residentBytes: 5 * 4096 });
  });

  it('adds up over contradictions and everything else', () => {
    const rows = [{ pid: 7, killPending: true }];
    expect(watch({ ...orphan, rows, clock: 0 })[0]?.undecided).toBe(2);
  });
});

it('the swap of orphans is not known when it was not read of all processes', () => {
  const scene = { listed: {}, live: { [a]: [7, 8] } };
  const read = { kind: 'ok', value: { bytesOf: new Map([[7, 4096]]) } } as const;
  const swapOf = (containerSwap: object) =>
    watch(...twice({ ...scene, host: { containerSwap: containerSwap as never } })).at(-1)?.reconciliation?.orphaned
      .swapBytes;
  expect(swapOf(read)).toBe(4096);
  expect(swapOf({ ...read, missed: ['/proc/8/status: EACCES'] })).toBeUndefined();
  expect(swapOf({ kind: 'denied', detail: 'EACCES' })).toBeUndefined();
});
