import { type ProcessTable, processStates, rowOfPid } from '../../model/processes.ts';
import { malformed, ok, type Reading } from '../../model/reading.ts';
import { emptyPidStat, parsePidStat } from '../../parse/pid-stat.ts';
import { type HostFiles, readingOfError } from './host-files.ts';

/** Bytes kept of each `comm` until it is known whose is wanted. */
const commWidth = 16;
const zombie = processStates.indexOf('zombie');
const diskSleep = processStates.indexOf('disk_sleep');
/** Names kept for people; a host with more zombies than this does not need more of them. */
const mostNames = 4096;

let commBytes: Uint8Array = new Uint8Array(0);
let commLengths: Uint8Array = new Uint8Array(0);

/**
 * One pass over `/proc/[pid]/stat`. Processes that end during the pass are left out, as if it had come
 * a moment later; files that cannot be read or make no sense are named in `missed`.
 */
export function readProcessTable(files: HostFiles, pageBytes: number): Reading<ProcessTable> {
  const listing = files.list(files.proc(''));
  if (listing.kind !== 'ok') return listing;
  const pids = pidsOf(listing.value);
  const table = emptyTable(pids.length, pageBytes);
  const missed = fillTable(files, pids, table);
  if (table.count === 0 && missed.length > 0) return nothingReadable(missed);
  return ok({ ...table, comm: interestingNames(table) }, missed.map(problemText));
}

/** Numeric names in ascending order, so that a pid can be found by halving. */
function pidsOf(names: readonly string[]): Int32Array {
  const pids = new Int32Array(names.length);
  let count = 0;
  for (const name of names) {
    const first = name.charCodeAt(0);
    if (first >= 0x31 && first <= 0x39) pids[count++] = Number(name);
  }
  return pids.subarray(0, count).sort();
}

type Columns = { -readonly [K in Exclude<keyof ProcessTable, 'comm'>]: ProcessTable[K] };

function emptyTable(size: number, pageBytes: number): Columns {
  if (commLengths.length < size) {
    commBytes = new Uint8Array(size * commWidth);
    commLengths = new Uint8Array(size);
  }
  return {
    count: 0,
    pageBytes,
    pid: new Int32Array(size),
    ppid: new Int32Array(size),
    state: new Uint8Array(size),
    name: new Uint8Array(size),
    flags: new Uint32Array(size),
    threads: new Int32Array(size),
    startTicks: new Float64Array(size),
    residentPages: new Float64Array(size),
    killPending: new Uint8Array(size),
  };
}

const stat = emptyPidStat();

type Problem = Exclude<Reading<never>, { kind: 'ok' }>;

function fillTable(files: HostFiles, pids: Int32Array, table: Columns): Problem[] {
  const missed: Problem[] = [];
  for (const pid of pids) {
    const path = `${files.roots.procfs}/${pid}/stat`;
    try {
      const length = files.readRecord(path);
      if (parsePidStat(files.buffer, length, stat) && stat.pid === pid) addRow(files.buffer, table);
      else
        missed.push(malformed(`${path}: expected "${pid} (comm) state ppid …", got ${excerpt(files.buffer, length)}`));
    } catch (error) {
      const problem = readingOfError(path, error);
      if (problem.kind !== 'absent') missed.push(problem);
    }
  }
  return missed;
}

/** Not one process could be read: that is no host without processes. */
function nothingReadable(missed: readonly Problem[]): Problem {
  const first = missed[0] as Problem;
  return { ...first, detail: `${first.detail} (and so all ${missed.length} processes)` };
}

const problemText = (problem: Problem): string => `${problem.kind}: ${problem.detail}`;

function addRow(bytes: Uint8Array, table: Columns): void {
  const row = table.count;
  table.pid[row] = stat.pid;
  table.ppid[row] = stat.ppid;
  table.state[row] = stat.state;
  table.name[row] = stat.name;
  table.flags[row] = stat.flags;
  table.threads[row] = stat.threads;
  table.startTicks[row] = stat.startTicks;
  table.residentPages[row] = stat.residentPages;
  table.killPending[row] = stat.killPending;
  keepComm(bytes, row);
  table.count = row + 1;
}

/** A loop, not `set`: for fifteen bytes the call would cost more than the copy. */
function keepComm(bytes: Uint8Array, row: number): void {
  const length = Math.min(stat.commEnd - stat.commStart, commWidth);
  const start = row * commWidth;
  for (let index = 0; index < length; index += 1) {
    commBytes[start + index] = bytes[stat.commStart + index] as number;
  }
  commLengths[row] = length;
}

/** `comm` of zombies and their parents, of processes in state D, and of those with SIGKILL pending. */
function interestingNames(table: Columns): Map<number, string> {
  const names = new Map<number, string>();
  const remember = (row: number): void => {
    const start = row * commWidth;
    const bytes = commBytes.subarray(start, start + (commLengths[row] as number));
    names.set(table.pid[row] as number, Buffer.from(bytes).toString('utf8'));
  };
  for (let row = 0; row < table.count; row += 1) {
    if (names.size >= mostNames) break;
    const isZombie = table.state[row] === zombie;
    if (isZombie || table.state[row] === diskSleep || table.killPending[row] === 1) remember(row);
    if (!isZombie || names.has(table.ppid[row] as number)) continue;
    const parent = rowOfPid(table, table.ppid[row] as number);
    if (parent !== undefined) remember(parent);
  }
  return names;
}

const excerpt = (bytes: Buffer, length: number): string =>
  JSON.stringify(bytes.toString('latin1', 0, Math.min(length, 80)));
