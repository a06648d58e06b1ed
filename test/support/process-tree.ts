import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { limitsText, type SyntheticProcess, statText, statusText, threadStatText } from './process.ts';

export interface ProcessTreeOptions {
  /** Text of `/proc/PID/cgroup` of a process in the cgroup `path`. */
  cgroupText(path: string): string;
  /** Text of `mountinfo` by inode number of the mount namespace. */
  readonly mountinfo: ReadonlyMap<number, string>;
}

/**
 * Writes `/proc/PID` of every process. Each process of a mount namespace has `mountinfo`, as in the
 * kernel; on disk they are hard links to one file. A zombie has neither that nor `ns/mnt`.
 */
export function writeProcesses(
  procfs: string,
  processes: readonly SyntheticProcess[],
  options: ProcessTreeOptions,
): void {
  const firstOfNamespace = new Map<number, string>();
  for (const process of processes) {
    const dir = join(procfs, String(process.pid));
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'stat'), statText(process));
    writeFileSync(join(dir, 'status'), statusText(process));
    writeFileSync(join(dir, 'comm'), `${process.comm}\n`);
    writeFileSync(join(dir, 'cgroup'), options.cgroupText(process.cgroup));
    writeNamespace(dir, process, options.mountinfo, firstOfNamespace);
    writeDaemonFiles(dir, process);
  }
}

function writeNamespace(
  dir: string,
  { pid, mountNamespace }: SyntheticProcess,
  texts: ReadonlyMap<number, string>,
  firstOfNamespace: Map<number, string>,
): void {
  mkdirSync(join(dir, 'ns'));
  if (mountNamespace === undefined) return;
  symlinkSync(`mnt:[${mountNamespace}]`, join(dir, 'ns/mnt'));
  const path = join(dir, 'mountinfo');
  const first = firstOfNamespace.get(mountNamespace);
  if (first !== undefined) {
    linkSync(first, path);
    return;
  }
  const text = texts.get(mountNamespace);
  if (text === undefined) throw new Error(`process ${pid}: no mountinfo for namespace ${mountNamespace}`);
  writeFileSync(path, text);
  firstOfNamespace.set(mountNamespace, path);
}

/** Descriptors, limits and threads, which are only ever read of daemons. */
function writeDaemonFiles(dir: string, process: SyntheticProcess): void {
  if (process.fileLimits !== undefined) writeFileSync(join(dir, 'limits'), limitsText(process.fileLimits));
  if (process.fds !== undefined) writeDescriptors(join(dir, 'fd'), process.fds);
  for (const thread of process.tasks ?? []) {
    const task = join(dir, 'task', String(thread.tid));
    mkdirSync(task, { recursive: true });
    writeFileSync(join(task, 'stat'), threadStatText(process, thread));
    writeFileSync(join(task, 'comm'), `${thread.comm}\n`);
  }
}

function writeDescriptors(dir: string, targets: readonly string[]): void {
  mkdirSync(dir);
  for (const [fd, target] of targets.entries()) symlinkSync(target, join(dir, String(fd)));
}
