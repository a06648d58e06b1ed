import { ok, type Reading } from '../model/reading.ts';
import { findLine, unexpected, wholeNumber } from './text.ts';

/**
 * Parses how much of a process is swapped out, in bytes, from `/proc/PID/status` (proc_pid_status(5)). Kernel
 * threads and zombies have no memory and no such line: 0. Shared memory that is swapped out is not in it.
 *
 * @example `VmSwap:	     212 kB`
 */
export function parseVmSwap(text: string): Reading<number> {
  const line = findLine(text, 'VmSwap:');
  if (line === undefined) {
    return findLine(text, 'State:') === undefined ? unexpected('lines such as "State:" and "VmSwap:"', text) : ok(0);
  }
  const kibibytes = wholeNumber(/^VmSwap:\s+(\d{1,13}) kB$/.exec(line.slice(0, 80))?.[1]);
  return kibibytes === undefined ? unexpected('a line "VmSwap: <number> kB"', line) : ok(kibibytes * 1024);
}
