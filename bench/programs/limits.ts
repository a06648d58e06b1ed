import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { progress } from '../lib/log.ts';

/** Processes that others may start meanwhile. */
const slack = 5000;

/** Raises what limits the number of processes while `use` runs, and puts it back however that ends. */
export async function withRoomForProcesses<T>(wanted: number, use: () => Promise<T>): Promise<T> {
  const undo: (() => void)[] = [];
  try {
    for (const path of limitFiles()) raise(path, wanted + slack, undo);
    return await use();
  } finally {
    for (const restore of undo.reverse()) restore();
  }
}

function raise(path: string, needed: number, undo: (() => void)[]): void {
  const before = readFileSync(path, 'latin1').trim();
  if (before === 'max' || Number(before) >= needed) return;
  writeFileSync(path, String(needed));
  undo.push(() => writeFileSync(path, before));
  progress(`${path}: ${before} -> ${needed} for this run`);
}

const limitFiles = (): string[] => [
  '/proc/sys/kernel/pid_max',
  '/proc/sys/kernel/threads-max',
  ...pidsControllerFiles(),
];

/** `pids.max` of our cgroup and of every one above it. The root cgroup has none. */
function pidsControllerFiles(): string[] {
  const lines = readFileSync('/proc/self/cgroup', 'latin1').trim().split('\n');
  const found: string[] = [];
  for (const line of lines) {
    const [, controllers = '', ...rest] = line.split(':');
    const root = rootOf(controllers);
    if (root === undefined) continue;
    for (let path = rest.join(':'); path !== '/' && path !== '.'; path = dirname(path)) {
      const file = join(root, path, 'pids.max');
      if (isReadable(file)) found.push(file);
    }
  }
  return found;
}

const rootOf = (controllers: string): string | undefined => {
  if (controllers === '') return '/sys/fs/cgroup';
  return controllers.split(',').includes('pids') ? '/sys/fs/cgroup/pids' : undefined;
};

function isReadable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
