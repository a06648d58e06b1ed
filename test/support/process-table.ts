import {
  type KnownName,
  nameCode,
  type ProcessState,
  type ProcessTable,
  stateCode,
} from '../../src/model/processes.ts';

export interface ProcessRow {
  readonly pid: number;
  readonly ppid?: number;
  readonly name?: KnownName;
  readonly state?: ProcessState;
  readonly flags?: number;
  readonly threads?: number;
  readonly startTicks?: number;
  readonly residentPages?: number;
  readonly killPending?: boolean;
  /** Name for people; the table has none of a process without it. */
  readonly comm?: string;
}

/** A process table with these rows; whatever a row leaves out is that of a sleeping child of process 1. */
export function processTable(rows: readonly ProcessRow[]): ProcessTable {
  const sorted = [...rows].sort((a, b) => a.pid - b.pid);
  return {
    count: sorted.length,
    pageBytes: 4096,
    pid: Int32Array.from(sorted, ({ pid }) => pid),
    ppid: Int32Array.from(sorted, ({ ppid = 1 }) => ppid),
    state: Uint8Array.from(sorted, ({ state = 'sleeping' }) => stateCode(state)),
    name: Uint8Array.from(sorted, ({ name = 'other' }) => nameCode(name)),
    flags: Uint32Array.from(sorted, ({ flags = 0 }) => flags),
    threads: Int32Array.from(sorted, ({ threads = 1 }) => threads),
    startTicks: Float64Array.from(sorted, ({ pid, startTicks = pid }) => startTicks),
    residentPages: Float64Array.from(sorted, ({ residentPages = 0 }) => residentPages),
    killPending: Uint8Array.from(sorted, ({ killPending = false }) => Number(killPending)),
    comm: new Map(sorted.flatMap(({ pid, comm }) => (comm === undefined ? [] : [[pid, comm] as const]))),
  };
}
