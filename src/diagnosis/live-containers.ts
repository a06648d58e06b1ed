import { type ContainerCgroup, type ContainerCgroups, withNested } from '../model/containers.ts';
import { type ProcessTable, rowOfPid, stateCode } from '../model/processes.ts';

const zombie = stateCode('zombie');

/** A container that has a live process, by the kernel's account. */
export interface LiveContainer {
  readonly id: string;
  /** By its place in the cgroup tree. Those of Kubernetes may be Docker's as well (dockershim, cri-dockerd). */
  readonly isDockers: boolean;
  /** Cgroups of that name; more than one where somebody made a second. */
  readonly paths: readonly string[];
  /** Live processes in it, those of containers nested in it too. */
  readonly pids: readonly number[];
}

/**
 * Containers of any runtime with at least one live process. Those nested in one are a part of it: they belong
 * to an Engine that runs in it, and this host's Engine does not know them.
 */
export function liveContainers(cgroups: ContainerCgroups, table: ProcessTable): ReadonlyMap<string, LiveContainer> {
  const live = new Map<string, LiveContainer>();
  for (const container of cgroups.containers) {
    const pids = livePids(container, table);
    if (pids.length === 0) continue;
    const known = live.get(container.id);
    live.set(container.id, {
      id: container.id,
      isDockers: container.runtime === 'docker',
      paths: [...(known?.paths ?? []), container.path],
      pids: [...(known?.pids ?? []), ...pids],
    });
  }
  return live;
}

function livePids(container: ContainerCgroup, table: ProcessTable): number[] {
  const pids: number[] = [];
  for (const each of withNested([container])) for (const pid of each.pids) if (lives(table, pid)) pids.push(pid);
  return pids;
}

/**
 * Whether a process lives. A zombie does not, unless threads of it do; a pid that is not in the table is
 * younger than the table, which was read first.
 */
export function lives(table: ProcessTable, pid: number): boolean {
  const row = rowOfPid(table, pid);
  return row === undefined || table.state[row] !== zombie || (table.threads[row] as number) > 1;
}

/** Some processes, to be asked whether one is among them. */
export interface PidSet {
  has(pid: number): boolean;
}

/** The container in which each process runs, the outermost one for nested ones: the one to be named to a person. */
export function containerOfPid({ containers }: ContainerCgroups): ReadonlyMap<number, string> {
  const ids = new Map<number, string>();
  for (const outermost of containers) {
    for (const each of withNested([outermost])) for (const pid of each.pids) ids.set(pid, outermost.id);
  }
  return ids;
}
