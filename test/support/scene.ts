import type { ContainerCgroup } from '../../src/model/containers.ts';
import type { ContainerState, EngineView, InspectedContainer } from '../../src/model/engine.ts';
import type { HostView } from '../../src/model/host.ts';
import { absent, ok } from '../../src/model/reading.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type ProcessRow, processTable } from './process-table.ts';
import { failedEngine, failedHost, snapshotOf } from './snapshots.ts';

/** The pid of dockerd in every scene. */
export const dockerdPid = 100;

/** A full id that begins with a word of hexadecimal digits. */
export const idOf = (word: string): string => word.padEnd(64, '0');

/** What an Engine says and what the kernel shows, in as few words as a test needs. */
export interface Scene {
  /** Seconds on the clock of the snapshots; unix time goes with it. */
  readonly clock: number;
  /** Pids by container id, in `/docker/<id>` or at a path of its own. */
  readonly live?: Readonly<Record<string, readonly number[]>>;
  readonly cgroups?: readonly ContainerCgroup[];
  /** In place of a sleeping process for each pid of `live`, and dockerd. */
  readonly rows?: readonly ProcessRow[];
  /** States by container id; undefined: the Engine does not answer. */
  readonly listed: Readonly<Record<string, ContainerState | 'other'>> | undefined;
  /** When the list was asked for; with the snapshot unless given. */
  readonly askedAt?: number;
  readonly inspected?: Readonly<Record<string, InspectedContainer>>;
  readonly host?: Partial<HostView>;
  readonly engine?: Partial<EngineView>;
}

export const unixTimeOf = (clock: number): number => 1_795_000_000 + clock;

export function snapshotOfScene(scene: Scene): Snapshot {
  const snapshot = snapshotOf(hostOf(scene), engineOf(scene));
  return { ...snapshot, clock: scene.clock, takenAt: unixTimeOf(scene.clock) };
}

export const dockerCgroup = (id: string, pids: readonly number[], path = `/docker/${id}`): ContainerCgroup => ({
  id,
  runtime: 'docker',
  path,
  pids,
  nested: [],
});

function hostOf({ live = {}, cgroups, rows, host }: Scene): HostView {
  const containers = cgroups ?? Object.entries(live).map(([id, pids]) => dockerCgroup(id, pids));
  const pids = containers.flatMap((each) => each.pids);
  const dockerd: ProcessRow = { pid: dockerdPid, name: 'dockerd' };
  return {
    ...failedHost(absent('not in this scene')),
    processes: ok(processTable([dockerd, ...(rows ?? pids.map((pid) => ({ pid })))])),
    containers: ok({ containers }),
    containerSwap: ok({ bytesOf: new Map() }),
    mountNamespaces: ok({ namespaces: [], read: 0, skipped: 0 }),
    daemons: { dockerd: runningDaemon, containerd: failedHost(absent('')).daemons.containerd },
    ...host,
  };
}

function engineOf({ listed, askedAt, clock, inspected = {}, engine }: Scene): EngineView {
  const silent = failedEngine(absent('no Engine in this scene'));
  if (listed === undefined) return { ...silent, ...engine };
  const containers = Object.entries(listed).map(([id, state]) => ({
    id,
    name: `name-${id.slice(0, 4)}`,
    state,
    created: 1,
  }));
  return {
    ...silent,
    probes: { ...silent.probes, list: { ...silent.probes.list, state: 'ok' } },
    containers: ok({ containers, askedAt: askedAt ?? clock }),
    inspected: new Map(Object.entries(inspected)),
    ...engine,
  };
}

const runningDaemon: HostView['daemons']['dockerd'] = {
  process: ok({
    pid: dockerdPid,
    startTicks: dockerdPid,
    state: 'sleeping',
    threads: 10,
    residentBytes: 1,
    cpu: { user: 1, system: 1 },
    openFds: ok(1),
    fdsByTarget: absent('not in this scene'),
    maxFds: absent('not in this scene'),
    threadTimes: absent('not in this scene'),
  }),
  startTime: 1,
  restarts: 0,
  busiestThread: undefined,
};
