import { ok, type Reading } from '../model/reading.ts';
import { unexpected, wholeNumber } from './text.ts';

/**
 * Parses a file that holds one number and nothing else, as most of `/proc/sys` do:
 * `/proc/sys/kernel/pid_max`, `/proc/sys/kernel/threads-max` (proc_sys_kernel(5)).
 *
 * @example `4194304`
 */
export function parseSingleNumber(text: string): Reading<number> {
  const value = wholeNumber(text.endsWith('\n') ? text.slice(0, -1) : text);
  return value === undefined ? unexpected('one whole number', text) : ok(value);
}
