import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second of `/proc/PID/stat`: `USER_HZ`, 100 on every architecture Debian builds for. */
const ticksPerSecond = 100;

/** User and system time, seconds. */
export interface CpuSeconds {
  readonly user: number;
  readonly system: number;
}

/** Time used since the start by all threads of a process, those that have ended too: fields 14 and 15 of stat. */
export function cpuOf(pid: number): CpuSeconds {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { user: Number(fields[11]) / ticksPerSecond, system: Number(fields[12]) / ticksPerSecond };
}

export const total = (cpu: CpuSeconds): number => cpu.user + cpu.system;

/** CPU time from one reading to the next, divided by how many things were done meanwhile. */
export const cpuEach = (before: CpuSeconds, after: CpuSeconds, count: number): CpuSeconds => ({
  user: (after.user - before.user) / count,
  system: (after.system - before.system) / count,
});

/** What a process holds. `pssBytes` is undefined where the kernel has no `smaps_rollup` (before 4.14). */
export interface Footprint {
  readonly rssBytes: number;
  readonly pssBytes: number | undefined;
  readonly descriptors: number;
  readonly threads: number;
}

export function footprintOf(pid: number): Footprint {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const rss = kilobytes(status, 'VmRSS');
  if (rss === undefined) throw new Error(`/proc/${pid}/status: no VmRSS line`);
  return {
    rssBytes: rss,
    pssBytes: kilobytes(readIfThere(`/proc/${pid}/smaps_rollup`), 'Pss'),
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
    threads: Number(/^Threads:\s+(\d+)$/m.exec(status)?.[1]),
  };
}

const kilobytes = (text: string, name: string): number | undefined => {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
  return found === undefined ? undefined : Number(found) * 1024;
};

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

export const countProcesses = (): number => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).length;

/** `comm` of a process; `undefined` when it is gone. */
export function commOf(pid: number): string | undefined {
  return readIfThere(`/proc/${pid}/comm`).trim() || undefined;
}

/** Pids whose parent is `parent`. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      const text = readGone(`/proc/${name}/stat`);
      return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    })
    .map(Number);
}

/** As `readIfThere`, for a process that may end between open and read (ESRCH). */
function readGone(path: string): string {
  try {
    return readIfThere(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return '';
    throw error;
  }
}
