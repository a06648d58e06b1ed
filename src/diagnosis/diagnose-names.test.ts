import { describe, expect, it } from 'vitest';
import type { ProcessRow } from '../../test/support/process-table.ts';
import { dockerdPid, idOf, type Scene, snapshotOfScene } from '../../test/support/scene.ts';
import type { HostView } from '../model/host.ts';
import { noMemory } from '../model/memory.ts';
import { ok } from '../model/reading.ts';
import { diagnose } from './diagnose.ts';

const a = idOf('a');
const root = (key: string) => ({ driver: 'overlay2', key, mountPoint: `/mnt/${key.length}` }) as const;

function hostWith(onHost: readonly string[], elsewhere: readonly string[], holderPid = 8): Partial<HostView> {
  const holder = { pid: holderPid, comm: 'sleep', service: undefined, isExporter: false };
  return {
    mounts: ok({ roots: onHost.map(root), ownRoot: undefined, networkNamespaces: 0, devicemapperSources: [] }),
    containerRoots: ok({ roots: new Map() }),
    mountNamespaces: ok({ namespaces: [{ id: 'mnt:[1]', holder, roots: elsewhere.map(root) }], read: 1, skipped: 0 }),
  };
}

const atOnce = { settleSeconds: 0 };
const stuck = (count: number): readonly ProcessRow[] =>
  Array.from({ length: count }, (_, index) => ({ pid: 1000 + index, killPending: true, comm: `cp-${index}` }));

it('names a container by the list of this very look', () => {
  const rows = [{ pid: 7, killPending: true, comm: 'cp' }];
  const scene: Scene = { clock: 0, listed: { [a]: 'running' }, live: { [a]: [7] }, rows };
  expect(diagnose(snapshotOfScene(scene), noMemory, atOnce).offenders.worst[0]?.name).toBe('name-a000');
});

it('tells twenty by name unless told otherwise', () => {
  const snapshot = snapshotOfScene({ clock: 0, listed: {}, rows: stuck(30) });
  const told = (offendersMax?: number) => {
    const { worst, dropped } = diagnose(snapshot, noMemory, {
      ...atOnce,
      ...(offendersMax === undefined ? {} : { offendersMax }),
    }).offenders;
    return [worst.length, dropped];
  };
  expect([told(), told(3), told(0), told(50)]).toEqual([
    [20, 10],
    [3, 27],
    [0, 30],
    [30, 0],
  ]);
});

it('knows a file system without an owner by the innermost id in its path', () => {
  const key = `/var/lib/docker/volumes/${'1'.repeat(64)}/_data/overlay2/${'2'.repeat(64)}/diff`;
  const scene: Scene = { clock: 0, listed: {}, host: hostWith([key], []) };
  expect(diagnose(snapshotOfScene(scene), noMemory, atOnce).offenders.worst[0]?.container).toBe('2'.repeat(12));
});

describe('who holds a leaked mount', () => {
  const holderOf = (holderPid: number, scene: Partial<Scene>) => {
    const host = { ...hostWith([], ['dead'], holderPid), ...scene.host };
    const { leaks } = diagnose(snapshotOfScene({ clock: 0, listed: {}, ...scene, host }));
    return Object.entries(leaks?.byDriver.get('overlay2') ?? {}).flatMap(([kind, count]) => (count > 0 ? [kind] : []));
  };

  it('a process of a container', () => {
    expect(holderOf(7, { live: { [a]: [7] } })).toEqual(['container']);
    expect(holderOf(7, { rows: [{ pid: 7 }] })).toEqual(['other']);
  });

  it('the daemon by its pid, whatever it is called', () => {
    const rows = [{ pid: 7 }];
    const { daemons } = snapshotOfScene({ clock: 0, listed: {} }).host;
    expect(holderOf(dockerdPid, { rows })).toEqual(['dockerd']);
    const process = { ...daemons.dockerd.process, value: { pid: 7 } } as never;
    expect(
      holderOf(7, { rows, host: { daemons: { ...daemons, containerd: { ...daemons.containerd, process } } } }),
    ).toEqual(['containerd']);
  });
});
