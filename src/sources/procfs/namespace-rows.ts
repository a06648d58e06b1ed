/** What the links of some processes have in common: a mount namespace, or why it is not known. */
export interface LinkGroup {
  /** As the link says it, `mnt:[4026532303]`; undefined when it could not be read. */
  readonly id: string | undefined;
  /** What is wrong with these links, as it stands behind their path; undefined for good ones and for ended processes. */
  readonly problem: string | undefined;
  /** The lowest pids, ascending. */
  readonly pids: number[];
  processes: number;
  /** The pass in which it was last met. */
  pass: number;
}

export const emptyGroup = (id?: string, problem?: string): LinkGroup => ({
  id,
  problem,
  pids: [],
  processes: 0,
  pass: 0,
});

/** One row for each process, ascending by pid, in columns that are used again: a pass over them allocates nothing. */
export interface LinkRows {
  count: number;
  readonly pid: Int32Array;
  readonly startTicks: Float64Array;
  readonly firstSeen: Float64Array;
  /** When the link is to be read again. */
  readonly dueAt: Float64Array;
  readonly group: LinkGroup[];
}

const emptyRows = (size: number): LinkRows => ({
  count: 0,
  pid: new Int32Array(size),
  startTicks: new Float64Array(size),
  firstSeen: new Float64Array(size),
  dueAt: new Float64Array(size),
  group: [],
});

export const noRows = (): LinkRows => emptyRows(0);

/** These rows emptied, or larger ones. */
export function emptied(rows: LinkRows, size: number): LinkRows {
  if (rows.pid.length < size) return emptyRows(size + (size >> 2));
  rows.count = 0;
  return rows;
}
