import { type DaemonProcess, type FdTarget, fdTargets } from '../../model/daemons.ts';
import { ok, type Reading } from '../../model/reading.ts';
import { fdTargetOf } from '../../parse/fd-target.ts';
import type { HostFiles } from './host-files.ts';

/** Links read one by one for each daemon; about 4 µs each. */
export const mostLinks = 4096;
/** Above this even the listing is left out; the count then comes from `st_size`. */
const mostListed = 200_000;
/** `PROC_SUPER_MAGIC`: `st_size` means the number of descriptors there, and bytes anywhere else. */
const procMagic = 0x9fa0;

/**
 * Counts the descriptors below `/proc/PID/fd` and sorts them by what they point to.
 *
 * The number is the length of the listing. Where the directory may not be listed (without
 * CAP_SYS_PTRACE) or is huge, Linux 6.2 and newer still give the number as `st_size`; older kernels
 * give 0 there, which means "count them".
 */
export function readDescriptors(
  files: HostFiles,
  directory: string,
  dataRoot: string,
): Pick<DaemonProcess, 'openFds' | 'fdsByTarget'> {
  const path = `${directory}/fd`;
  const counted = countByStat(files, path);
  if (counted !== undefined && counted > mostListed) {
    return { openFds: ok(counted), fdsByTarget: ok({ ...noTargets(), unclassified: counted }) };
  }
  const names = files.list(path);
  if (names.kind !== 'ok') return { openFds: counted === undefined ? names : ok(counted), fdsByTarget: names };
  return { openFds: ok(names.value.length), fdsByTarget: classify(files, path, names.value, dataRoot) };
}

function countByStat(files: HostFiles, path: string): number | undefined {
  const facts = files.directory(path);
  if (facts.kind !== 'ok' || facts.value.size === 0) return undefined;
  const filesystem = files.filesystem(path);
  return filesystem.kind === 'ok' && filesystem.value.type === procMagic ? facts.value.size : undefined;
}

/** The newest descriptors first: what leaks now has the highest numbers. */
function classify(
  files: HostFiles,
  path: string,
  names: readonly string[],
  dataRoot: string,
): Reading<Readonly<Record<FdTarget, number>>> {
  const targets = noTargets();
  for (const name of names.slice(-mostLinks)) {
    const link = files.readLink(`${path}/${name}`);
    if (link.kind === 'denied') return link; // whoever may not follow one may follow none
    targets[link.kind === 'ok' ? fdTargetOf(link.value, dataRoot) : 'unclassified'] += 1;
  }
  targets.unclassified += Math.max(0, names.length - mostLinks);
  return ok(targets);
}

const noTargets = (): Record<FdTarget, number> =>
  Object.fromEntries(fdTargets.map((target) => [target, 0])) as Record<FdTarget, number>;
