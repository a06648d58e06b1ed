/** Faults made on purpose. Each is undone after the test at the latest. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Child, startChild } from './child.ts';
import type { Engine } from './engine.ts';
import { register } from './lifetime.ts';
import { isAlive, mounts, processes, processOf } from './proc.ts';
import { eventually } from './wait.ts';

/** Undoes the fault; called or not, it is undone after the test. */
export type Recover = () => Promise<void>;

/** SIGSTOP: the process is there and does nothing, sockets it listens on accept and never answer. */
export async function freeze(pid: number): Promise<Recover> {
  process.kill(pid, 'SIGSTOP');
  const thaw = () => {
    if (isAlive(pid)) process.kill(pid, 'SIGCONT');
  };
  const recover = register('test', { what: `SIGSTOP of ${pid}`, undo: thaw, undoNow: thaw });
  await eventually(`process ${pid} to stop`, () => processOf(pid)?.state === 'T');
  return recover;
}

/** The v1 freezer below the engine's folder: mounted there, it is at hand under cgroup v2 as well. */
function mountFreezer(engine: Engine): string {
  const folder = join(engine.folder, 'freezer');
  if (mounts().some((mount) => mount.mountPoint === folder)) return folder;
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'cgroup', '-o', 'freezer', 'none', folder]);
  return folder;
}

/**
 * Puts one process into a frozen v1 freezer cgroup: it then survives SIGKILL, in state D with the signal
 * pending, until it is thawed. Only the freezer hierarchy sees it move; in all others it stays in its container.
 */
export async function makeUnkillable(engine: Engine, pid: number): Promise<Recover> {
  const cgroup = join(mountFreezer(engine), `${basename(engine.folder)}-${pid}`);
  const state = join(cgroup, 'freezer.state');
  mkdirSync(cgroup);
  writeFileSync(join(cgroup, 'cgroup.procs'), String(pid));
  writeFileSync(state, 'FROZEN');
  const thaw = () => {
    // The tear-down of the engine may have been first.
    if (existsSync(state)) writeFileSync(state, 'THAWED');
  };
  const recover = register('test', {
    what: `freezer of ${pid}`,
    undo: async () => {
      thaw();
      if (isAlive(pid)) moveOut(cgroup, pid);
      await eventually(`${cgroup} to be empty`, () => removeCgroup(cgroup));
    },
    undoNow: thaw,
  });
  await eventually(`process ${pid} to freeze`, () => processOf(pid)?.state === 'D');
  return recover;
}

/** A process that SIGKILL was waiting for may end at this very moment. */
function moveOut(cgroup: string, pid: number): void {
  try {
    writeFileSync(join(cgroup, '../cgroup.procs'), String(pid));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function removeCgroup(folder: string): true {
  if (existsSync(folder)) rmdirSync(folder);
  return true;
}

// perl-base is on every Debian; sh and node reap their children, this does so only when told to end.
const negligentParent = '$SIG{TERM} = sub { 1 while wait > 0; exit }; for (1..$ARGV[0]) { exit 0 if !fork } sleep 600';

/** A process on the host with `count` children that ended; it waits for none of them before it ends itself. */
export async function startNegligentParent(count: number): Promise<Child> {
  const parent = await startChild('perl', ['-e', negligentParent, String(count)]);
  await eventually(
    `${count} zombies`,
    () => zombiesOf(parent.pid),
    (seen) => seen === count,
  );
  return parent;
}

/** How many children of `pid` are zombies. */
export const zombiesOf = (pid: number): number =>
  processes().filter((process) => process.ppid === pid && process.state === 'Z').length;
