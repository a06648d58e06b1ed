/**
 * Removes all that an engine of the tests left on the machine, told by its folder alone: it works when
 * dockerd is frozen or dead, and from another process than the one that started it. Synchronous, because
 * it must also work while the process ends.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cgroupsOf, removeCgroupParents, removeTree } from './cgroups.ts';
import { cgroups, commandLine, isAlive, mounts, processes, withDescendants } from './proc.ts';
import { attempt, retry } from './retry.ts';

const engineProgram = /^(dockerd|containerd|containerd-shim|runc|docker|docker-init)/;

const list = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** Ids of all containers this engine ever had, as far as files tell. */
export function containerIds(folder: string): string[] {
  const noted = join(folder, 'containers');
  const ids = [
    ...(existsSync(noted) ? readFileSync(noted, 'utf8').split('\n') : []),
    ...list(join(folder, 'root/containers')),
    ...list(join(folder, 'docker/runtime-runc/moby')),
  ];
  return [...new Set(ids.filter((id) => /^[0-9a-f]{64}$/.test(id)))];
}

/** The engine's programs (by a command line that names the folder), all in its containers, and their children. */
export function liveProcesses(folder: string, ids: readonly string[]): number[] {
  const table = processes();
  const own = table.filter(
    ({ pid, comm }) =>
      (engineProgram.test(comm) && commandLine(pid).includes(folder)) ||
      ids.some((id) => cgroups(pid).includes(`/docker/${id}`)),
  );
  const pids = own.map((process) => process.pid);
  return [...withDescendants(pids, table)].filter((pid) => pid !== process.pid && isAlive(pid));
}

function thawFreezers(folder: string): void {
  for (const name of list(join(folder, 'freezer'))) {
    const state = join(folder, 'freezer', name, 'freezer.state');
    if (name.startsWith('dhe-') && existsSync(state)) writeFileSync(state, 'THAWED');
  }
}

function endProcesses(folder: string, ids: readonly string[]): void {
  retry(200, () => {
    const alive = liveProcesses(folder, ids);
    // SIGKILL ends a stopped process too; SIGCONT is for what ptrace or a debugger may hold.
    for (const pid of alive) attempt(() => process.kill(pid, 'SIGKILL'));
    for (const pid of alive) attempt(() => process.kill(pid, 'SIGCONT'));
    return alive.length === 0;
  });
}

export const mountsBelow = (folder: string): string[] =>
  mounts()
    .map((mount) => mount.mountPoint)
    .filter((mountPoint) => mountPoint.startsWith(`${folder}/`));

function unmountAll(folder: string): void {
  for (const mountPoint of mountsBelow(folder).reverse()) {
    // A busy one goes lazily: its processes are dead, the kernel only has not let go of it yet.
    const options = { stdio: 'ignore' } as const;
    if (attempt(() => execFileSync('umount', [mountPoint], options))) continue;
    attempt(() => execFileSync('umount', ['-l', mountPoint], options));
  }
}

function removeFreezers(folder: string): void {
  for (const name of list(join(folder, 'freezer')))
    if (name.startsWith('dhe-')) removeTree(join(folder, 'freezer', name));
}

/** What is still there of an engine, in words; empty when nothing is. */
export function leftovers(folder: string, ids: readonly string[]): string[] {
  return [
    ...liveProcesses(folder, ids).map((pid) => `process ${pid}: ${commandLine(pid)}`),
    ...mountsBelow(folder).map((mountPoint) => `mount ${mountPoint}`),
    ...cgroupsOf(ids).map((cgroup) => `cgroup ${cgroup}`),
    ...(existsSync(folder) ? [`folder ${folder}`] : []),
  ];
}

/**
 * @param folder Of an engine; its data root is `root`, its exec root `docker`.
 * @throws Error naming what could not be removed.
 */
export function tearDown(folder: string): void {
  const ids = containerIds(folder);
  thawFreezers(folder);
  endProcesses(folder, ids);
  removeFreezers(folder);
  for (const cgroup of cgroupsOf(ids)) removeTree(cgroup);
  removeCgroupParents(folder);
  unmountAll(folder);
  if (mountsBelow(folder).length === 0) rmSync(folder, { recursive: true, force: true });
  const left = leftovers(folder, ids);
  if (left.length > 0) throw new Error(`left on the machine: ${left.join('; ')}`);
}
