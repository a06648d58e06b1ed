import { nameCode } from '../model/processes.ts';
import { knownName, mayBeKnown } from './known-name.ts';

/** The fields of one `/proc/PID/stat` that are used. One object is filled again and again. */
export interface PidStat {
  pid: number;
  /** Where `comm` begins and ends in the bytes, without the parentheses. */
  commStart: number;
  commEnd: number;
  /** Index into `processStates`. */
  state: number;
  /** Index into `knownNames`. */
  name: number;
  ppid: number;
  flags: number;
  /** Clock ticks in user mode, field 14. */
  userTicks: number;
  /** Clock ticks in the kernel, field 15. */
  systemTicks: number;
  threads: number;
  startTicks: number;
  residentPages: number;
  /** 1 if SIGKILL is pending. */
  killPending: number;
}

export const emptyPidStat = (): PidStat => ({
  pid: 0,
  commStart: 0,
  commEnd: 0,
  state: 0,
  name: 0,
  ppid: 0,
  flags: 0,
  userTicks: 0,
  systemTicks: 0,
  threads: 0,
  startTicks: 0,
  residentPages: 0,
  killPending: 0,
});

const space = 0x20;
const openParenthesis = 0x28;
const closeParenthesis = 0x29;
const minus = 0x2d;
const digit0 = 0x30;
/** Longest `comm` that a kernel prints (kernel threads since 4.18), with a good margin. */
const longestComm = 128;
/** Bit of SIGKILL (9) in a signal mask. */
const sigkillBit = 1 << 8;

/** State letters of the kernel's `task_state_array`, old and new, to indexes of `processStates`. */
const stateOfLetter = new Uint8Array(256).fill(6);
for (const [letters, state] of [
  ['R', 0],
  ['S', 1],
  ['D', 2],
  ['Tt', 3],
  ['Z', 4],
  ['I', 5],
] as const) {
  for (const letter of letters) stateOfLetter[letter.charCodeAt(0)] = state;
}

const otherName = nameCode('other');
/** Position of the number read last; module state so that reading a number allocates nothing. */
let cursor = 0;

/** Reads the number at the cursor and moves behind the space after it; NaN if there is none. */
function nextNumber(bytes: Uint8Array, end: number): number {
  let negative = false;
  if (bytes[cursor] === minus) {
    negative = true;
    cursor += 1;
  }
  const start = cursor;
  let value = 0;
  while (cursor < end) {
    const digit = (bytes[cursor] as number) - digit0;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
    cursor += 1;
  }
  const terminator = cursor < end ? bytes[cursor] : undefined;
  if (cursor === start || (terminator !== space && terminator !== 0x0a)) return Number.NaN;
  cursor += 1;
  return negative ? -value : value;
}

/** Moves the cursor over `fields` fields that nobody needs. */
function skip(bytes: Uint8Array, end: number, fields: number): void {
  let left = fields;
  while (cursor < end && left > 0) {
    if (bytes[cursor] === space) left -= 1;
    cursor += 1;
  }
}

/**
 * Parses one line of `/proc/PID/stat` or `/proc/PID/task/TID/stat` (proc_pid_stat(5)) out of the first
 * `length` bytes into `out`. Returns false, with `out` in no useful state, when the line is not one.
 *
 * `comm` is not escaped by the kernel: it may hold spaces, parentheses and newlines, so it ends at the
 * last closing parenthesis of the line.
 *
 * @example `31109 (jbd2/dm-1793-8) S 2 0 0 0 -1 2129984 0 0 0 0 0 0 0 0 20 0 1 0 8001 0 0 18446744073709551615 …`
 */
export function parsePidStat(bytes: Uint8Array, length: number, out: PidStat): boolean {
  cursor = 0;
  out.pid = nextNumber(bytes, length);
  if (!(out.pid > 0) || bytes[cursor] !== openParenthesis) return false;
  const commStart = cursor + 1;
  let commEnd = Math.min(commStart + longestComm, length - 1);
  while (commEnd >= commStart && bytes[commEnd] !== closeParenthesis) commEnd -= 1;
  if (commEnd < commStart || bytes[commEnd + 1] !== space || bytes[commEnd + 3] !== space) return false;
  out.commStart = commStart;
  out.commEnd = commEnd;
  out.state = stateOfLetter[bytes[commEnd + 2] as number] as number;
  cursor = commEnd + 4;
  return parseNumbers(bytes, length, out);
}

/** Fields 4 to 31, with the cursor at field 4. */
function parseNumbers(bytes: Uint8Array, length: number, out: PidStat): boolean {
  out.ppid = nextNumber(bytes, length);
  skip(bytes, length, 4);
  out.flags = nextNumber(bytes, length);
  skip(bytes, length, 4);
  out.userTicks = nextNumber(bytes, length);
  out.systemTicks = nextNumber(bytes, length);
  skip(bytes, length, 4);
  out.threads = nextNumber(bytes, length);
  skip(bytes, length, 1);
  out.startTicks = nextNumber(bytes, length);
  skip(bytes, length, 1);
  out.residentPages = nextNumber(bytes, length);
  skip(bytes, length, 6);
  const pending = nextNumber(bytes, length);
  out.killPending = (pending & sigkillBit) === 0 ? 0 : 1;
  out.name = nameOf(bytes, out);
  const sum =
    out.ppid + out.flags + out.userTicks + out.systemTicks + out.threads + out.startTicks + out.residentPages + pending;
  return !Number.isNaN(sum);
}

function nameOf(bytes: Uint8Array, stat: PidStat): number {
  if (!mayBeKnown(bytes[stat.commStart] as number)) return otherName;
  return nameCode(knownName(commOf(bytes, stat), stat.flags));
}

/** `comm` as text; bytes that are not UTF-8 become replacement characters. */
export const commOf = (bytes: Uint8Array, stat: PidStat): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + stat.commStart, stat.commEnd - stat.commStart).toString('utf8');
