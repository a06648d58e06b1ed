import { ok, type Reading } from '../model/reading.ts';
import { unexpected, wholeNumber } from './text.ts';

/** One mount. Octal escapes are resolved everywhere but in `superOptions`. */
export interface MountEntry {
  readonly id: number;
  readonly parent: number;
  /** `major:minor` of the super block. */
  readonly device: string;
  /** What of the file system is mounted, `/` for all of it; for nsfs the namespace, `net:[4026532303]`. */
  readonly root: string;
  /** Below the root directory of the process whose mountinfo it is. */
  readonly mountPoint: string;
  readonly fsType: string;
  readonly source: string;
  /** Raw, because an escaped comma is no separator; see `superOption`. */
  readonly superOptions: string;
}

/**
 * Parses `/proc/PID/mountinfo` (proc_pid_mountinfo(5)). Empty is good: a process whose root is outside
 * of every mount of its namespace sees none.
 */
export function parseMountinfo(text: string): Reading<MountEntry[]> {
  const entries: MountEntry[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const entry = parseMountLine(line);
    if (entry === undefined)
      return unexpected('"id parent major:minor root point options … - type source options"', line);
    entries.push(entry);
  }
  return ok(entries);
}

/**
 * Parses one line of mountinfo. Before the lone hyphen stand any number of optional fields (`shared:1`,
 * `master:4`, …); the kernel escapes space, tab, newline and backslash, so a lone hyphen is never a name.
 *
 * @example `48 34 253:3 / /var/lib/docker/devicemapper/mnt/44ea… rw,relatime shared:4 - ext4 /dev/mapper/docker-254:0-131098-44ea… rw,stripe=16`
 */
export function parseMountLine(line: string): MountEntry | undefined {
  const hyphen = line.indexOf(' - ');
  if (hyphen < 0) return undefined;
  const [idText, parentText, device, root, mountPoint, options] = line.slice(0, hyphen).split(' ', 6);
  const typeEnd = line.indexOf(' ', hyphen + 3);
  // A source may be empty (`mount -t tmpfs "" /mnt`): two spaces in a row.
  const sourceEnd = line.indexOf(' ', typeEnd + 1);
  const id = wholeNumber(idText);
  const parent = wholeNumber(parentText);
  if (id === undefined || parent === undefined || typeEnd < 0 || sourceEnd < 0) return undefined;
  if (!device || !/^\d+:\d+$/.test(device) || !root || !mountPoint || !options) return undefined;
  return {
    id,
    parent,
    device,
    root: unescapeOctal(root),
    mountPoint: unescapeOctal(mountPoint),
    fsType: unescapeOctal(line.slice(hyphen + 3, typeEnd)),
    source: unescapeOctal(line.slice(typeEnd + 1, sourceEnd)),
    superOptions: line.slice(sourceEnd + 1),
  };
}

/**
 * The value of one option of the super block, `upperdir=…`. Overlay's mount options escape comma and colon
 * with a backslash, which old kernels print as it is and newer ones as `\134\054`.
 */
export function superOption(entry: MountEntry, name: string): string | undefined {
  const start = `${name}=`;
  const option = entry.superOptions.split(/(?<!\\),/).find((each) => each.startsWith(start));
  return option === undefined ? undefined : unescapeOctal(option.slice(start.length)).replaceAll(/\\([\\,:])/g, '$1');
}

/** `\040` to a space, and so on. Most names have no escape and cost one search. */
const unescapeOctal = (text: string): string =>
  text.includes('\\')
    ? text.replaceAll(/\\([0-3][0-7]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
    : text;
