import { type SyntheticProcess, statText } from './process.ts';

/** A line of `/proc/PID/stat`; whatever is left out is that of a sleeping child of process 1. */
export const statLine = (process: Partial<SyntheticProcess> & { readonly pid: number }): string =>
  statText({ ppid: 1, comm: 'sh', state: 'S', startTicks: process.pid, cgroup: '/', ...process });

/** Files `proc/PID/stat` of processes. */
export const statTree = (...processes: readonly (Partial<SyntheticProcess> & { readonly pid: number })[]) =>
  Object.fromEntries(processes.map((process) => [`proc/${process.pid}/stat`, statLine(process)]));
