import type { HostRootMount } from '../../model/mounts.ts';
import { absent, denied, ok, type Reading } from '../../model/reading.ts';
import { parseRootMounts } from '../../parse/root-mounts.ts';
import type { HostFiles } from './host-files.ts';
import type { LinkGroup } from './namespace-rows.ts';
import { readParsed } from './read-parsed.ts';

export interface NamespaceRoots {
  /** The process that was asked. */
  readonly pid: number;
  readonly roots: readonly HostRootMount[];
}

/**
 * The container root file systems mounted in a namespace, from `/proc/PID/mountinfo` of the first of its
 * processes that can be asked. Absent when they have all ended meanwhile.
 */
export function readNamespaceRoots(files: HostFiles, { id, pids, processes }: LinkGroup): Reading<NamespaceRoots> {
  let refusal: Reading<never> | undefined;
  for (const pid of pids) {
    const roots = readParsed(files, files.proc(`${pid}/mountinfo`), parseRootMounts);
    if (roots.kind === 'ok') return ok({ pid, roots: roots.value });
    if (roots.kind === 'timeout' || roots.kind === 'malformed') return roots;
    if (!hasEnded(roots)) refusal ??= roots;
  }
  if (refusal !== undefined) return refusal;
  return processes > pids.length
    ? denied(`${id}: ${pids.length} of its ${processes} processes were asked for their mounts and had ended`)
    : absent(`${id}: its processes have ended`);
}

/** The mount table of a zombie cannot be opened: EINVAL. */
const hasEnded = (reading: Exclude<Reading<never>, { kind: 'ok' }>): boolean =>
  reading.kind === 'absent' || reading.detail.endsWith(': EINVAL');
