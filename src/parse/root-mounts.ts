import type { HostRootMount } from '../model/mounts.ts';
import { ok, type Reading } from '../model/reading.ts';
import { parseMountLine } from './mountinfo.ts';
import { rootFilesystemOf } from './root-filesystem.ts';
import { unexpected } from './text.ts';

const separator = ' - ';
const expected = '"id parent major:minor root point options … - type source options"';
/** Types of file system that hold the root of a container, by their first letters: as they stand in the table. */
const types = ['overlay ', 'aufs ', 'btrfs ', 'zfs ', 'fuse.fuse-overlayfs ', 'fuse-overlayfs '];
const containerDevice = '/dev/mapper/docker-';

/**
 * The container root file systems in `/proc/PID/mountinfo` (proc_pid_mountinfo(5)), each once with `/` or
 * else the first place where it is mounted: what `parseMountinfo` and `rootFilesystemOf` find. Made for many and
 * long tables, most lines of which are none: these are only looked at as far as the type of the file system.
 *
 * @example `48 34 253:3 / /mnt/keep rw,relatime shared:4 - ext4 /dev/mapper/docker-254:0-131098-44ea… rw,stripe=16`
 */
export function parseRootMounts(text: string): Reading<HostRootMount[]> {
  const roots = new Map<string, HostRootMount>();
  let end: number;
  for (let start = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (end === start) continue;
    const hyphen = text.indexOf(separator, start);
    if (hyphen < 0 || hyphen > end) return unexpected(expected, text.slice(start, end));
    if (!mayBeRoot(text, hyphen + separator.length, end)) continue;
    const line = text.slice(start, end);
    if (!addRoot(line, roots)) return unexpected(expected, line);
  }
  return ok([...roots.values()]);
}

/** False for a line that makes no sense. */
function addRoot(line: string, roots: Map<string, HostRootMount>): boolean {
  const entry = parseMountLine(line);
  if (entry === undefined) return false;
  const { mountPoint } = entry;
  const root = rootFilesystemOf(entry);
  if (root !== undefined && (mountPoint === '/' || !roots.has(root.key))) roots.set(root.key, { ...root, mountPoint });
  return true;
}

/**
 * Whether the mount whose type stands at `position` can be a container's root. With an escape in type or source, which
 * the kernel writes where a name has a space, it can be anything.
 */
function mayBeRoot(text: string, position: number, end: number): boolean {
  if (types.some((type) => text.startsWith(type, position))) return true;
  const source = text.indexOf(' ', position) + 1;
  const sourceEnd = source === 0 ? -1 : text.indexOf(' ', source);
  if (sourceEnd < 0 || sourceEnd > end) return true; // makes no sense, which the parser will say
  return text.startsWith(containerDevice, source) || text.slice(position, sourceEnd).includes('\\');
}
