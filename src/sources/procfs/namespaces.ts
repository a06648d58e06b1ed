import type { HostFiles } from './host-files.ts';

/**
 * Whether this process lives in the same namespace as the host's process 1 (`/proc/PID/ns/mnt`, for
 * instance `mnt:[4026531841]`). Assumed when it cannot be told, as without the right to read the link.
 */
export function sharesNamespace(files: HostFiles, kind: 'mnt' | 'cgroup'): boolean {
  const own = files.readLink(`/proc/self/ns/${kind}`);
  const host = files.readLink(files.proc(`1/ns/${kind}`));
  return own.kind !== 'ok' || host.kind !== 'ok' || own.value === host.value;
}
