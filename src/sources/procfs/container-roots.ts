import {
  type ContainerCgroup,
  type ContainerCgroups,
  type ContainerRoots,
  withNested,
} from '../../model/containers.ts';
import type { RootFilesystem } from '../../model/mounts.ts';
import { type ProcessTable, rowOfPid, stateCode } from '../../model/processes.ts';
import { andThen, ok, okValue, type Reading } from '../../model/reading.ts';
import { type MountEntry, parseMountinfo } from '../../parse/mountinfo.ts';
import { rootFilesystemOf } from '../../parse/root-filesystem.ts';
import type { HostFiles } from './host-files.ts';
import { readParsed } from './read-parsed.ts';

/** Processes of one container that may fail to tell its root before it is given up for this time. */
const mostAsked = 3;
/** Those that have ended meanwhile do not count for that, but for this. */
const mostTried = 20;
const zombie = stateCode('zombie');

interface KnownRoot {
  readonly pid: number;
  readonly startTicks: number;
  readonly root: RootFilesystem;
}

/**
 * What each live container has mounted as its root, from the `/` line of the mountinfo of one of
 * its processes. That does not change while the process lives, so it is read once for each container
 * and kept under pid and start time. A zombie has no mounts any more, unless threads of it live on.
 */
export class ContainerRootReader {
  #known = new Map<string, KnownRoot>();

  read(files: HostFiles, cgroups: ContainerCgroups, table: ProcessTable): Reading<ContainerRoots> {
    const next = new Map<string, KnownRoot>();
    const roots = new Map<string, RootFilesystem>();
    const missed: string[] = [];
    let unknown = 0;
    for (const container of withNested(cgroups.containers)) {
      const known = this.#stillKnown(container, table) ?? findRoot(files, container, table, missed);
      if (known === 'unknown' && container.runtime === 'docker') unknown += 1;
      if (known === undefined || known === 'unknown') continue;
      next.set(container.id, known);
      roots.set(container.id, known.root);
    }
    this.#known = next;
    return ok({ roots, unknown }, missed);
  }

  #stillKnown(container: ContainerCgroup, table: ProcessTable): KnownRoot | undefined {
    const known = this.#known.get(container.id);
    if (known === undefined) return undefined;
    const row = rowOfPid(table, known.pid);
    const sameProcess = row !== undefined && table.startTicks[row] === known.startTicks && !isDead(table, known.pid);
    return sameProcess && container.pids.includes(known.pid) ? known : undefined;
  }
}

/**
 * The root by the first process that tells it. A container that lives and of which no process could be asked
 * is in `missed`: without its root its mount would look abandoned.
 */
function findRoot(
  files: HostFiles,
  container: ContainerCgroup,
  table: ProcessTable,
  missed: string[],
): KnownRoot | 'unknown' | undefined {
  const problems: string[] = [];
  let isUnknown = false;
  const alive = container.pids.filter((pid) => !isDead(table, pid)).slice(0, mostTried);
  for (const pid of alive) {
    if (problems.length === mostAsked) break;
    const told = ask(files, pid, table);
    if (told.kind === 'ok' && told.value !== undefined) return told.value;
    if (told.kind === 'ok')
      isUnknown = true; // it may be chrooted, and the next one not
    else if (told.kind !== 'absent') problems.push(told.detail);
  }
  if (isUnknown) return 'unknown';
  if (problems.length === 0 && alive.length === mostTried)
    problems.push(`${container.path}: its first ${mostTried} processes ended while they were asked`);
  missed.push(...problems);
  return undefined;
}

/** What one process says of its root; undefined when that is none of a storage driver. */
function ask(files: HostFiles, pid: number, table: ProcessTable): Reading<KnownRoot | undefined> {
  const row = rowOfPid(table, pid);
  const isZombie = row !== undefined && table.state[row] === zombie;
  // a process that is younger than the table has no row yet: its root counts, but is asked for again
  const startTicks = row === undefined ? Number.NaN : (table.startTicks[row] as number);
  const entries = readParsed(files, mountinfoOf(files, pid, isZombie), parseMountinfo);
  return andThen(entries, (mounts) => ok(rootAmong(mounts, pid, startTicks)));
}

/** Dead and not reaped; threads of a zombie may live on, and with them its mounts. */
function isDead(table: ProcessTable, pid: number): boolean {
  const row = rowOfPid(table, pid);
  return row !== undefined && table.state[row] === zombie && (table.threads[row] as number) <= 1;
}

/** Of a zombie the kernel tells it by its other threads alone (its own gives EINVAL). */
function mountinfoOf(files: HostFiles, pid: number, isZombie: boolean): string {
  const threads = isZombie ? okValue(files.list(files.proc(`${pid}/task`))) : undefined;
  const other = threads?.find((tid) => tid !== String(pid));
  return files.proc(other === undefined ? `${pid}/mountinfo` : `${pid}/task/${other}/mountinfo`);
}

function rootAmong(entries: readonly MountEntry[], pid: number, startTicks: number): KnownRoot | undefined {
  const entry = entries.find(({ mountPoint }) => mountPoint === '/');
  const root = entry && rootFilesystemOf(entry);
  return root && { pid, startTicks, root };
}
