import type { Reconciliation } from '../model/diagnosis.ts';
import type { Memory } from '../model/memory.ts';
import { nameCode, type ProcessTable } from '../model/processes.ts';
import { isComplete, okValue } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Ages } from './ages.ts';
import { useOf } from './container-use.ts';
import { contradictionKinds, findContradictions, type Views } from './contradictions.ts';
import { type LiveContainer, liveContainers } from './live-containers.ts';

const dockerd = nameCode('dockerd');
/** A cgroup that Docker names after itself, with either cgroup driver and any `--cgroup-parent`. */
const dockersOwnPath = /(?:\/(?:docker|lxc)\/|[/:-]docker[:-])[0-9a-f]{64}(?:\.scope)?$/;

/** Compares the Engine's list with the kernel's cgroups; `undefined` when one of them is not to be trusted. */
export function reconcile(
  snapshot: Snapshot,
  past: Memory,
  containerOfPid: ReadonlyMap<number, string>,
  ages: Ages,
  settleSeconds: number,
): Reconciliation | undefined {
  const views = viewsOf(snapshot, past, containerOfPid);
  if (views === undefined) {
    for (const kind of contradictionKinds) ages.keep(kind);
    return undefined;
  }
  const found = findContradictions(views, ages, settleSeconds);
  const confirmed = found.filter(({ isConfirmed }) => isConfirmed);
  const idsOf = (kind: string): string[] => confirmed.flatMap((each) => (each.kind === kind ? [each.id] : [])).sort();
  const orphans = idsOf('orphan').map((id) => ({ id, pids: views.live.get(id)?.pids ?? [] }));
  const orphanPids = orphans.flatMap(({ pids }) => pids);
  const { containerSwap } = snapshot.host;
  return {
    ghosts: idsOf('ghost'),
    orphans,
    orphaned: useOf(orphanPids, views.table, isComplete(containerSwap) ? okValue(containerSwap) : undefined),
    suspects: found.flatMap(({ id, isRipe, isConfirmed }) => (isRipe && !isConfirmed ? [id] : [])),
    undecided: found.length - confirmed.length,
  };
}

function viewsOf(
  { host, engine, visibility }: Snapshot,
  past: Memory,
  containerOfPid: ReadonlyMap<number, string>,
): (Views & { readonly table: ProcessTable }) | undefined {
  const list = engine && okValue(engine.containers);
  const { processes, containers } = host;
  if (engine?.probes.list.state !== 'ok' || list === undefined) return undefined;
  if (processes.kind !== 'ok' || containers.kind !== 'ok' || !isComplete(processes) || !isComplete(containers)) {
    return undefined; // one process too few, and its container would be a ghost
  }
  // an Engine that answers while no dockerd runs here is that of another host
  if (!visibility.host_processes.visible || host.daemons.dockerd.process.kind !== 'ok') return undefined;
  const cgroupDriver = okValue(engine.info)?.cgroupDriver ?? past.cgroupDriver;
  if (cgroupDriver === 'none') return undefined; // rootless without delegation: containers have no cgroup
  const table = processes.value;
  const isOnlyEngine = countEngines(table, containerOfPid) <= 1;
  return {
    table,
    list,
    inspected: engine.inspected,
    live: liveContainers(containers.value, table),
    isOurs: (container) =>
      past.names.has(container.id) || (isOnlyEngine && container.isDockers && hasDockersOwnPath(container)),
  };
}

const hasDockersOwnPath = ({ paths }: LiveContainer): boolean => paths.some((path) => dockersOwnPath.test(path));

/** Engines on the host itself: with a second one, rootless or not, a container that ours does not know may be its. */
function countEngines(table: ProcessTable, containerOfPid: ReadonlyMap<number, string>): number {
  let count = 0;
  for (let row = 0; row < table.count; row += 1) {
    if (table.name[row] === dockerd && !containerOfPid.has(table.pid[row] as number)) count += 1;
  }
  return count;
}
