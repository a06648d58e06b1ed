/** Process states of `/proc/PID/stat` field 3, in the words of the metric catalogue. */
export const processStates = ['running', 'sleeping', 'disk_sleep', 'stopped', 'zombie', 'idle', 'other'] as const;
export type ProcessState = (typeof processStates)[number];

/** Names a process may have (`comm`) that mean something to us; `other` is all the rest. */
export const knownNames = [
  'other',
  'dockerd',
  'docker',
  'containerd',
  'shim',
  'docker_containe',
  'kdmflush',
  'jbd2',
  'ext4_dio',
  'bioset',
  'xfs',
  'dm_other',
] as const;
export type KnownName = (typeof knownNames)[number];

/** The names above that are kernel threads of device-mapper and of the file systems on it. */
export const devicemapperThreads = [
  'kdmflush',
  'jbd2',
  'ext4_dio',
  'bioset',
  'xfs',
  'dm_other',
] as const satisfies readonly KnownName[];

/**
 * Every process of the host, one row each, in columns: at 30,000 processes a column is one transfer
 * between threads where as many objects would stop the receiving thread for tens of milliseconds.
 */
export interface ProcessTable {
  readonly count: number;
  /** Size of a page of memory, for `residentPages`. */
  readonly pageBytes: number;
  /** Ascending. */
  readonly pid: Int32Array;
  readonly ppid: Int32Array;
  /** Index into `processStates`. */
  readonly state: Uint8Array;
  /** Index into `knownNames`. */
  readonly name: Uint8Array;
  /** `PF_*` flags, field 9. */
  readonly flags: Uint32Array;
  readonly threads: Int32Array;
  /** Start in clock ticks after boot, field 22. With the pid it names a process for good. */
  readonly startTicks: Float64Array;
  /** Resident set in pages, field 24. */
  readonly residentPages: Float64Array;
  /** 1 if SIGKILL (bit 9) is in the pending set of field 31. */
  readonly killPending: Uint8Array;
  /** `comm` by pid of those that a person may have to be told about: zombies, their parents, D, SIGKILL pending. */
  readonly comm: ReadonlyMap<number, string>;
}

/** One process, named for good: pids come back, a pid with its start time does not. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTicks: number;
}

/** The row of a pid, found by halving the ascending column. */
export function rowOfPid(table: Pick<ProcessTable, 'pid' | 'count'>, pid: number): number | undefined {
  let low = 0;
  let high = table.count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = table.pid[middle] as number;
    if (found === pid) return middle;
    if (found < pid) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Index of a state, as the table stores it. */
export const stateCode = (state: ProcessState): number => processStates.indexOf(state);

/** Index of a known name, as the table stores it. */
export const nameCode = (name: KnownName): number => knownNames.indexOf(name);
