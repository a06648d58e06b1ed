import { type ProcessTable, rowOfPid } from '../../model/processes.ts';
import type { Reading } from '../../model/reading.ts';
import { isKernelThread } from '../../parse/known-name.ts';
import type { HostFiles } from './host-files.ts';

/** `kthreadd`, the parent of all kernel threads. */
const kthreadd = 2;

/**
 * The host's mount namespace is that of process 1, `/proc/1/ns/mnt`. Where that one is guarded even against
 * root it is asked of a kernel thread: they live in the namespace in which the kernel started process 1.
 * Absent before Linux 3.8.
 */
export function hostMountNamespace(files: HostFiles, table: ProcessTable): Reading<string> {
  const link = files.readLink(files.proc('1/ns/mnt'));
  const row = rowOfPid(table, kthreadd);
  if (link.kind !== 'denied' || row === undefined || !isKernelThread(table.flags[row] as number)) return link;
  const ofKernel = files.readLink(files.proc(`${kthreadd}/ns/mnt`));
  return ofKernel.kind === 'ok' ? ofKernel : link;
}

/**
 * Whether this process lives in the same namespace as the host's process 1 (`/proc/PID/ns/mnt`, for
 * instance `mnt:[4026531841]`). Assumed when it cannot be told, as without the right to read the link.
 */
export function sharesNamespace(files: HostFiles, kind: 'mnt' | 'cgroup'): boolean {
  const own = files.readLink(`/proc/self/ns/${kind}`);
  const host = files.readLink(files.proc(`1/ns/${kind}`));
  return own.kind !== 'ok' || host.kind !== 'ok' || own.value === host.value;
}
