import { malformed, type Reading } from '../../model/reading.ts';
import { parseOneLine } from '../../parse/one-line.ts';
import { quote } from '../../parse/text.ts';
import type { HostFiles } from './host-files.ts';
import { readParsed } from './read-parsed.ts';

const longestName = 200;
const sysctlName = /^[a-z0-9_-][a-z0-9_./-]*$/;

/** Reads sysctls by their names, each a reading of its own. */
export const readSysctls = (files: HostFiles, names: readonly string[]): ReadonlyMap<string, Reading<string>> =>
  new Map(names.map((name) => [name, readSysctl(files, name)]));

function readSysctl(files: HostFiles, name: string): Reading<string> {
  const path = sysctlPath(name);
  if (path === undefined) return malformed(`expected the name of a sysctl such as "fs.file-max", got ${quote(name)}`);
  return readParsed(files, files.proc(path), parseOneLine);
}

/**
 * The file of a sysctl below `/proc`: `fs.may_detach_mounts` is `sys/fs/may_detach_mounts`. A name may have slashes
 * instead of dots, for parts that have a dot themselves: `net/ipv4/conf/eth0.1/forwarding`. Undefined for what is no
 * name, above all for one that would lead out of `/proc/sys`.
 */
export function sysctlPath(name: string): string | undefined {
  if (name.length > longestName || !sysctlName.test(name) || name.includes('..')) return undefined;
  return `sys/${name.includes('/') ? name : name.replaceAll('.', '/')}`;
}
