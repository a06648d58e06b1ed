/** One process of a synthetic host: what its files below `/proc/PID` are made from. */
export interface SyntheticProcess {
  readonly pid: number;
  readonly ppid: number;
  readonly comm: string;
  /** Letter of field 3 of `stat`. */
  readonly state: 'R' | 'S' | 'D' | 'T' | 'Z' | 'I';
  /** `PF_*`, field 9. */
  readonly flags?: number;
  readonly nice?: number;
  /** Field 20, 1 unless given. */
  readonly threads?: number;
  /** Field 22: ticks after boot. */
  readonly startTicks: number;
  /** Field 24: pages of 4096 bytes. */
  readonly residentPages?: number;
  readonly swapKilobytes?: number;
  readonly userTicks?: number;
  readonly systemTicks?: number;
  /** SIGKILL was sent and has not been acted upon: bit 9 of field 31. */
  readonly killPending?: boolean;
  /** Path of its cgroup, the same in all hierarchies. */
  readonly cgroup: string;
  /** Inode number of its mount namespace; a zombie has none any more. */
  readonly mountNamespace?: number;
  /** What each descriptor points to, from 0 upwards. */
  readonly fds?: readonly string[];
  readonly fileLimits?: { readonly soft: number; readonly hard: number };
  /** Rows of `task/`, for daemons. */
  readonly tasks?: readonly SyntheticThread[];
}

export type SyntheticThread = Pick<SyntheticProcess, 'comm' | 'state' | 'userTicks' | 'systemTicks'> & {
  readonly tid: number;
};

/** `PF_KTHREAD` of include/linux/sched.h, with the flags that come with it. */
export const kernelThreadFlags = 0x0020_8040;
const userProcessFlags = 0x0040_0040;
const sigkillBit = 256;
const sigchld = 17;
const pageKilobytes = 4;

/** Fields 4 to 52 of `stat` that are not 0; the others stay 0. */
function statFields(process: SyntheticProcess): ReadonlyMap<number, number> {
  const nice = process.nice ?? 0;
  return new Map([
    [4, process.ppid],
    [8, -1],
    [9, process.flags ?? userProcessFlags],
    [14, process.userTicks ?? 0],
    [15, process.systemTicks ?? 0],
    [18, 20 + nice],
    [19, nice],
    [20, process.threads ?? 1],
    [22, process.startTicks],
    [23, (process.residentPages ?? 0) * pageKilobytes * 1024 * 3],
    [24, process.residentPages ?? 0],
    [31, process.killPending === true ? sigkillBit : 0],
    [38, sigchld],
  ]);
}

/** `/proc/PID/stat`: `788 (sleep) Z 759 …`, 52 fields as since kernel 3.5. */
export function statText(process: SyntheticProcess): string {
  const fields = statFields(process);
  const rest = Array.from({ length: 49 }, (_, index) => fields.get(index + 4) ?? 0);
  return `${process.pid} (${process.comm}) ${process.state} ${rest.join(' ')}\n`;
}

/** `/proc/PID/task/TID/stat`: the line of its process with its own id, name, state and times. */
export const threadStatText = (process: SyntheticProcess, { tid, ...thread }: SyntheticThread): string =>
  statText({ ...process, ...thread, pid: tid });

const stateWords = {
  R: 'running',
  S: 'sleeping',
  D: 'disk sleep',
  T: 'stopped',
  Z: 'zombie',
  I: 'idle',
} as const;

/** `/proc/PID/status`, the lines that say something here. `Vm*` is missing without memory, as in the kernel. */
export function statusText(process: SyntheticProcess): string {
  const { pid, ppid, comm, state, residentPages = 0, swapKilobytes = 0 } = process;
  const memory = [`VmRSS:\t${residentPages * pageKilobytes} kB`, `VmSwap:\t${swapKilobytes} kB`];
  const lines = [
    `Name:\t${comm}`,
    `State:\t${state} (${stateWords[state]})`,
    `Tgid:\t${pid}`,
    `Pid:\t${pid}`,
    `PPid:\t${ppid}`,
    ...(residentPages > 0 ? memory : []),
    `Threads:\t${process.threads ?? 1}`,
    `SigPnd:\t${process.killPending === true ? '0000000000000100' : '0000000000000000'}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** `/proc/PID/limits` with the line on open files and two others around it. */
export function limitsText({ soft, hard }: { readonly soft: number; readonly hard: number }): string {
  const row = (name: string, softLimit: string, hardLimit: string, unit: string): string =>
    `${name.padEnd(26)}${softLimit.padEnd(21)}${hardLimit.padEnd(21)}${unit.padEnd(10)}\n`;
  return [
    row('Limit', 'Soft Limit', 'Hard Limit', 'Units'),
    row('Max cpu time', 'unlimited', 'unlimited', 'seconds'),
    row('Max open files', String(soft), String(hard), 'files'),
    row('Max locked memory', '65536', '65536', 'bytes'),
  ].join('');
}
