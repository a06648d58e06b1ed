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
  readonly startTicks?: number;
}

/** A process table with these rows; whatever a row leaves out is that of a sleeping child of process 1. */
export function processTable(rows: readonly ProcessRow[]): ProcessTable {
  const sorted = [...rows].sort((a, b) => a.pid - b.pid);
  return {
    count: sorted.length,
    pid: Int32Array.from(sorted, ({ pid }) => pid),
    ppid: Int32Array.from(sorted, ({ ppid = 1 }) => ppid),
    state: Uint8Array.from(sorted, ({ state = 'sleeping' }) => stateCode(state)),
    name: Uint8Array.from(sorted, ({ name = 'other' }) => nameCode(name)),
    flags: new Uint32Array(sorted.length),
    threads: new Int32Array(sorted.length).fill(1),
    startTicks: Float64Array.from(sorted, ({ pid, startTicks = pid }) => startTicks),
    residentPages: new Float64Array(sorted.length),
    killPending: new Uint8Array(sorted.length),
    comm: new Map(),
  };
}
