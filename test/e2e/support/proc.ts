import { readdirSync, readFileSync } from 'node:fs';

/** The tests' own view of /proc, written apart from the exporter's so that each can prove the other wrong. */
export interface Process {
  readonly pid: number;
  readonly comm: string;
  readonly state: string;
  readonly ppid: number;
  /** Clock ticks after boot, field 22 of stat. */
  readonly startTicks: number;
  /** Pending signals, field 31 of stat. */
  readonly pendingSignals: number;
}

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

export function processOf(pid: number): Process | undefined {
  const text = read(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  const fields = text.slice(close + 2).split(' ');
  return {
    pid,
    comm: text.slice(open + 1, close),
    state: fields[0] ?? '',
    ppid: Number(fields[1]),
    startTicks: Number(fields[19]),
    pendingSignals: Number(fields[28]),
  };
}

export function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)) ?? []);
}

/** True while the process runs; a zombie does not. */
export function isAlive(pid: number): boolean {
  const state = processOf(pid)?.state;
  return state !== undefined && state !== 'Z' && state !== 'X';
}

/** `pids` and all that descend from them. */
export function withDescendants(pids: Iterable<number>, table = processes()): Set<number> {
  const family = new Set(pids);
  let size = -1;
  while (family.size !== size) {
    size = family.size;
    for (const { pid, ppid } of table) if (family.has(ppid)) family.add(pid);
  }
  return family;
}

export const commandLine = (pid: number): string => (read(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ');
export const cgroups = (pid: number): string => read(`/proc/${pid}/cgroup`) ?? '';

/** Unix time at which the kernel booted. */
export const bootTime = (): number => Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]);

/** Unix time at which a process began; Linux counts in hundredths of a second (USER_HZ). */
export function startTime(pid: number): number {
  const process = processOf(pid);
  if (process === undefined) throw new Error(`no process ${pid}`);
  return bootTime() + process.startTicks / 100;
}

export interface Mount {
  readonly mountPoint: string;
  readonly fsType: string;
  readonly options: string;
}

/** The mounts of this process's namespace in the order in which they were made. */
export function mounts(): Mount[] {
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [head = '', tail = ''] = line.split(' - ');
      const [fsType = '', , options = ''] = tail.split(' ');
      return { mountPoint: head.split(' ')[4] ?? '', fsType, options };
    });
}

/** Names in /proc/PID/fd, or undefined when the process is gone. */
export function descriptors(pid: number): string[] | undefined {
  try {
    return readdirSync(`/proc/${pid}/fd`);
  } catch {
    return undefined;
  }
}
