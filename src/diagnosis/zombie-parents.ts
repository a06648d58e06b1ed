import type { ZombieParentKind, ZombieParents } from '../model/diagnosis.ts';
import { nameCode, type ProcessTable, rowOfPid, stateCode } from '../model/processes.ts';
import type { PidSet } from './live-containers.ts';

const zombie = stateCode('zombie');
const dockerd = nameCode('dockerd');
const docker = nameCode('docker');
const containerd = nameCode('containerd');
const dockerContainerd = nameCode('docker_containe');
const shim = nameCode('shim');

export interface KnownDaemons {
  readonly dockerd: number | undefined;
  readonly containerd: number | undefined;
}

/** Counts zombies by who does not reap them. The kinds add up to the number of zombies. */
export function countZombieParents(table: ProcessTable, daemons: KnownDaemons, inContainer: PidSet): ZombieParents {
  const counts: Record<ZombieParentKind, number> = { dockerd: 0, containerd: 0, shim: 0, container: 0, host: 0 };
  for (let row = 0; row < table.count; row += 1) {
    if (table.state[row] === zombie) counts[parentKind(table, table.ppid[row] as number, daemons, inContainer)] += 1;
  }
  return counts;
}

/** What kind of process a pid is, for the one whose children are not reaped. */
export function parentKind(
  table: ProcessTable,
  pid: number,
  daemons: KnownDaemons,
  inContainer: PidSet,
): ZombieParentKind {
  if (pid === daemons.dockerd) return 'dockerd';
  if (pid === daemons.containerd) return 'containerd';
  if (inContainer.has(pid)) return 'container';
  const row = rowOfPid(table, pid);
  return row === undefined ? 'host' : kindOfName(table, row);
}

function kindOfName(table: ProcessTable, row: number): ZombieParentKind {
  switch (table.name[row]) {
    case dockerd:
      return 'dockerd';
    case containerd:
      return 'containerd';
    case shim:
      return 'shim';
    case dockerContainerd: // its name is cut: containerd is the child of dockerd, a shim the child of containerd
      return isChildOfDockerd(table, row) ? 'containerd' : 'shim';
    default:
      return 'host';
  }
}

function isChildOfDockerd(table: ProcessTable, row: number): boolean {
  const parent = rowOfPid(table, table.ppid[row] as number);
  return parent !== undefined && (table.name[parent] === dockerd || table.name[parent] === docker);
}
