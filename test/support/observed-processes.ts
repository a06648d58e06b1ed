import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in `/proc/PID/stat` of a built host, read back without any code of the app. */
export interface ObservedProcess {
  readonly pid: number;
  readonly ppid: number;
  readonly comm: string;
  readonly state: string;
  readonly flags: number;
  readonly threads: number;
  readonly signals: number;
  /** Text of `/proc/PID/cgroup`. */
  readonly cgroup: string;
}

export function observeProcesses(procfs: string): ObservedProcess[] {
  return readdirSync(procfs)
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => observeProcess(join(procfs, pid)));
}

function observeProcess(dir: string): ObservedProcess {
  const text = readFileSync(join(dir, 'stat'), 'utf8');
  const [, pid, comm = '', state = '', rest = ''] = /^(\d+) \((.*)\) (\S) (.*)\n$/s.exec(text) ?? [];
  const fields = rest.split(' ').map(Number);
  const field = (number: number): number => fields[number - 4] ?? Number.NaN;
  return {
    pid: Number(pid),
    comm,
    state,
    ppid: field(4),
    flags: field(9),
    threads: field(20),
    signals: field(31),
    cgroup: readFileSync(join(dir, 'cgroup'), 'utf8'),
  };
}

/** How many of each there are, e.g. `{ S: 2700, Z: 315 }`. */
export function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
