import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const hostFiles = [
  'cgroups',
  'loadavg',
  'meminfo',
  'stat',
  'version',
  'self/mountinfo',
  'sys/kernel/pid_max',
  'sys/kernel/threads-max',
];
const processFiles = ['stat', 'status', 'comm', 'cgroup', 'limits', 'mountinfo'];

/** What cannot be read of the real tree (a zombie's mounts, a process that just ended) is not in the copy. */
function copyFile(from: string, to: string): void {
  let content: Buffer;
  try {
    content = readFileSync(from);
  } catch {
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, content);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function copyLinks(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of namesIn(from)) {
    try {
      symlinkSync(readlinkSync(join(from, name)), join(to, name));
    } catch {
      // closed since the listing
    }
  }
}

function copyProcess(from: string, to: string): void {
  for (const name of processFiles) copyFile(join(from, name), join(to, name));
  for (const links of ['fd', 'ns']) copyLinks(join(from, links), join(to, links));
  for (const task of namesIn(join(from, 'task')))
    copyFile(join(from, 'task', task, 'stat'), join(to, 'task', task, 'stat'));
}

/** A copy of what an exporter may read of /proc, in which files can be replaced. */
export function copyProc(to: string): void {
  for (const name of hostFiles) copyFile(join('/proc', name), join(to, name));
  for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) copyProcess(join('/proc', name), join(to, name));
}

/**
 * Puts a FIFO without a writer in the place of a file: opening it blocks, in the kernel and for ever.
 * @returns Puts the file back and lets those go that wait in the FIFO. It throws ENXIO when nobody waits.
 */
export function obstruct(path: string): () => void {
  const [kept, fifo] = [`${path}.kept`, `${path}.fifo`];
  copyFileSync(path, kept);
  execFileSync('mkfifo', [fifo]);
  const inPlace = `${path}.new`;
  linkSync(fifo, inPlace);
  renameSync(inPlace, path);
  return () => {
    renameSync(kept, path);
    try {
      // A writer that opens and closes is an end of file for every reader in the queue.
      closeSync(openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK));
    } finally {
      rmSync(fifo);
    }
  };
}
