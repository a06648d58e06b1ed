import type { FileLimits } from '../model/daemons.ts';
import { ok, type Reading } from '../model/reading.ts';
import { findLine, unexpected, wholeNumber } from './text.ts';

/**
 * Parses the line on descriptors of `/proc/PID/limits` (proc_pid_limits(5)).
 *
 * @example `Max open files            1024                 4096                 files     `
 */
export function parseMaxOpenFiles(text: string): Reading<FileLimits> {
  const line = findLine(text, 'Max open files ');
  const [, softText, hardText] = /^Max open files +(\S+) +(\S+) +files *$/.exec(line?.slice(0, 200) ?? '') ?? [];
  const [soft, hard] = [limit(softText), limit(hardText)];
  return soft === undefined || hard === undefined
    ? unexpected('a line "Max open files <soft> <hard> files"', line ?? text)
    : ok({ soft, hard });
}

const limit = (text: string | undefined): number | 'unlimited' | undefined =>
  text === 'unlimited' ? text : wholeNumber(text);
