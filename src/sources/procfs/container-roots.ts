import {
  type ContainerCgroup,
  type ContainerCgroups,
  type ContainerRoots,
  withNested,
} from '../../model/containers.ts';
import type { RootFilesystem } from '../../model/mounts.ts';
import { type ProcessTable, rowOfPid, stateCode } from '../../model/processes.ts';
import { ok, type Reading } from '../../model/reading.ts';
import { parseMountinfo } from '../../parse/mountinfo.ts';
import { rootFilesystemOf } from '../../parse/root-filesystem.ts';
import type { HostFiles } from './host-files.ts';
import { readParsed } from './read-parsed.ts';

/** Processes of one container that are asked for their root before it is given up for this time. */
const mostAsked = 3;
const zombie = stateCode('zombie');

interface KnownRoot {
  readonly pid: number;
  readonly startTicks: number;
  readonly root: RootFilesystem;
}

/**
 * What each live Docker container has mounted as its root, from the `/` line of the mountinfo of one of
 * its processes. That does not change while the process lives, so it is read once for each container
 * and kept under pid and start time. A zombie has no mounts any more (EINVAL) and is not asked.
 */
export class ContainerRootReader {
  #known = new Map<string, KnownRoot>();

  read(files: HostFiles, cgroups: ContainerCgroups, table: ProcessTable): Reading<ContainerRoots> {
    const next = new Map<string, KnownRoot>();
    const roots = new Map<string, RootFilesystem>();
    const missed: string[] = [];
    for (const container of withNested(cgroups.containers)) {
      if (container.runtime !== 'docker') continue;
      const known = this.#stillKnown(container, table) ?? findRoot(files, container, table, missed);
      if (known === undefined) continue;
      next.set(container.id, known);
      roots.set(container.id, known.root);
    }
    this.#known = next;
    return ok({ roots }, missed);
  }

  #stillKnown(container: ContainerCgroup, table: ProcessTable): KnownRoot | undefined {
    const known = this.#known.get(container.id);
    if (known === undefined) return undefined;
    const row = rowOfPid(table, known.pid);
    const sameProcess = row !== undefined && table.startTicks[row] === known.startTicks && table.state[row] !== zombie;
    return sameProcess && container.pids.includes(known.pid) ? known : undefined;
  }
}

function findRoot(
  files: HostFiles,
  container: ContainerCgroup,
  table: ProcessTable,
  missed: string[],
): KnownRoot | undefined {
  let asked = 0;
  for (const pid of container.pids) {
    const row = rowOfPid(table, pid);
    if (row !== undefined && table.state[row] === zombie) continue;
    const root = rootOf(files, pid, missed);
    // a process that is younger than the table has no row yet: its root counts, but is asked for again
    const startTicks = row === undefined ? Number.NaN : (table.startTicks[row] as number);
    if (root !== undefined) return { pid, startTicks, root };
    asked += 1;
    if (asked === mostAsked) return undefined;
  }
  return undefined;
}

function rootOf(files: HostFiles, pid: number, missed: string[]): RootFilesystem | undefined {
  const entries = readParsed(files, files.proc(`${pid}/mountinfo`), parseMountinfo);
  if (entries.kind !== 'ok') {
    if (entries.kind !== 'absent') missed.push(entries.detail);
    return undefined;
  }
  const root = entries.value.find((entry) => entry.mountPoint === '/');
  return root === undefined ? undefined : rootFilesystemOf(root);
}
