import type { KnownName } from '../model/processes.ts';

/** `PF_KTHREAD` of include/linux/sched.h in field 9 of `/proc/PID/stat`. */
const kernelThreadFlag = 0x0020_0000;

export const isKernelThread = (flags: number): boolean => (flags & kernelThreadFlag) !== 0;

/**
 * First letters of every name below. One comparison with this table spares almost every process of a
 * host the making of a string, which is what keeps the pass over 30,000 of them cheap.
 */
const firstLetters = new Uint8Array(256);
for (const letter of 'bcdejklx') firstLetters[letter.charCodeAt(0)] = 1;

/** Whether a `comm` that begins with this byte can be a known name at all. */
export const mayBeKnown = (firstByte: number): boolean => firstLetters[firstByte] === 1;

/**
 * What the `comm` of a process says about it. Kernel threads are only taken for such when the kernel
 * flags them: a user's program may be called `bioset`.
 *
 * The kernel cuts `comm` at 15 characters: `docker-containerd` and `docker-containerd-shim` of Docker
 * 1.11 to 17.12 both become `docker-containe`, and only their parents tell them apart.
 *
 * @example `dockerd`, `containerd-shim`, `lxc-start` (the shim before Docker 1.0), `kdmflush/253:1`, `jbd2/dm-1793-8`, `ext4-dio-unwrit`
 */
export function knownName(comm: string, flags: number): KnownName {
  return isKernelThread(flags) ? kernelThreadName(comm) : programName(comm);
}

function programName(comm: string): KnownName {
  switch (comm) {
    case 'dockerd':
    case 'dockerd-current': // the name in the docker package of CentOS and RHEL 7
      return 'dockerd';
    case 'docker': // the client, and the daemon before 1.12
      return 'docker';
    case 'containerd':
      return 'containerd';
    case 'docker-containe':
      return 'docker_containe';
    default:
      return comm.startsWith('containerd-shim') || comm === 'lxc-start' ? 'shim' : 'other';
  }
}

/** Names since Linux 5.17 carry the device (`kdmflush/253:1`), before they did not (`kdmflush`). */
function kernelThreadName(comm: string): KnownName {
  if (comm === 'kdmflush' || comm.startsWith('kdmflush/')) return 'kdmflush';
  if (comm.startsWith('jbd2/dm-')) return 'jbd2';
  if (comm.startsWith('ext4-dio-unwrit') || comm.startsWith('ext4-rsv-conver')) return 'ext4_dio';
  if (comm === 'bioset') return 'bioset';
  if (comm.startsWith('xfs') && comm.includes('/dm-')) return 'xfs';
  if (comm.startsWith('dm-') || comm.startsWith('dm_') || comm === 'kcopyd') return 'dm_other';
  return 'other';
}
