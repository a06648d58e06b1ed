import { ok, type Reading } from '../model/reading.ts';
import { unexpected } from './text.ts';

const row = /^(?:nodev)?\t([\w.+:-]{1,64})$/;

/**
 * Parses `/proc/filesystems` (proc_filesystems(5)): the names of the types of file system that the kernel has, `nodev`
 * or not. A module that could be loaded and is not has no line.
 *
 * @example
 * ```
 * nodev	proc
 * 	ext4
 * nodev	overlay
 * ```
 */
export function parseFilesystems(text: string): Reading<readonly string[]> {
  const names: string[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const name = row.exec(line)?.[1];
    if (name === undefined) return unexpected('"nodev", a tab and a name', line);
    names.push(name);
  }
  return ok(names);
}
