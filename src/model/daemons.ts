import type { ProcessState } from './processes.ts';
import type { Reading } from './reading.ts';

export const daemonNames = ['dockerd', 'containerd'] as const;
export type DaemonName = (typeof daemonNames)[number];

/** What a daemon's descriptor points to. `unclassified`: more descriptors than are looked at one by one. */
export const fdTargets = [
  'devicemapper',
  'container_stdio',
  'container_log',
  'socket',
  'pipe',
  'anon_inode',
  'deleted',
  'data_root',
  'other',
  'unclassified',
] as const;
export type FdTarget = (typeof fdTargets)[number];

export interface FileLimits {
  readonly soft: number | 'unlimited';
  readonly hard: number | 'unlimited';
}

/** User and system time in seconds. */
export interface CpuTime {
  readonly user: number;
  readonly system: number;
}

export interface ThreadTimes {
  /** Monotonic clock of the reading thread, seconds. */
  readonly readAt: number;
  /** Thread id to its CPU time. */
  readonly threads: ReadonlyMap<number, CpuTime>;
}

/** What one pass over `/proc/PID` of a daemon gives. */
export interface DaemonProcess {
  readonly pid: number;
  readonly startTicks: number;
  readonly state: ProcessState;
  readonly threads: number;
  readonly residentBytes: number;
  readonly cpu: CpuTime;
  readonly openFds: Reading<number>;
  readonly fdsByTarget: Reading<Readonly<Record<FdTarget, number>>>;
  readonly maxFds: Reading<FileLimits>;
  readonly threadTimes: Reading<ThreadTimes>;
}

/** A daemon as of this snapshot, with what is remembered from the ones before. */
export interface Daemon {
  /** `absent` when no such process runs; `denied` when the process list is hidden from us. */
  readonly process: Reading<DaemonProcess>;
  /** Constant for the life of the process. */
  readonly startTime: number | undefined;
  readonly restarts: number;
  /** Share of one CPU of the busiest thread since a sample at least 5 s older. */
  readonly busiestThread: { readonly user: number; readonly system: number } | undefined;
}
