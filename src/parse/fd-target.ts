import type { FdTarget } from '../model/daemons.ts';

const stdioFifo = /\/(?:lib)?containerd\/(?:fifo\/|.*[/-]std(?:in|out|err)$)/;
const containerLog =
  /\/containers\/[0-9a-f]{64}\/(?:[0-9a-f]{64}-json\.log[^/]*|local-logs\/[^/]+)$|\/io\.containerd\.[^/]+\/[^/]+\/[0-9a-f]{64}\/log$/;

/**
 * What a descriptor of a daemon points to, by its link in `/proc/PID/fd` (proc_pid_fd(5)). The first row
 * that fits decides; the answer is never `unclassified`, which is for descriptors nobody looked at.
 *
 * | link | target |
 * |---|---|
 * | `/dev/mapper/…`, `/dev/dm-N`, deleted or not; `/dev/mapper/control`, the handle on device-mapper, too | devicemapper |
 * | `socket:[13067]` | socket |
 * | `pipe:[13005]` | pipe |
 * | `anon_inode:[eventpoll]` | anon_inode |
 * | any other path that ends in ` (deleted)`: a FIFO or log of a container that is gone is no longer its stdio | deleted |
 * | `/run/docker/containerd/<id>/init-stdout`, `…/libcontainerd/<id>/…-stderr`, `/run/containerd/fifo/…` | container_stdio |
 * | `…/containers/<id>/<id>-json.log`, `…/local-logs/container.log`, the shim's FIFO `…/moby/<id>/log` | container_log |
 * | anything else below the data root | data_root |
 * | all the rest | other |
 *
 * A deleted device node stays `devicemapper`: a device held open after its removal is the leak looked for.
 */
export function fdTargetOf(link: string, dataRoot: string): FdTarget {
  return anonymousTarget(link) ?? pathTarget(link, dataRoot);
}

function anonymousTarget(link: string): FdTarget | undefined {
  if (link.startsWith('socket:[')) return 'socket';
  if (link.startsWith('pipe:[')) return 'pipe';
  return link.startsWith('anon_inode:') ? 'anon_inode' : undefined;
}

function pathTarget(link: string, dataRoot: string): FdTarget {
  if (link.startsWith('/dev/mapper/') || /^\/dev\/dm-\d/.test(link)) return 'devicemapper';
  if (link.endsWith(' (deleted)')) return 'deleted';
  if (stdioFifo.test(link)) return 'container_stdio';
  if (containerLog.test(link)) return 'container_log';
  return isBelow(link, dataRoot) ? 'data_root' : 'other';
}

/** An unknown data root (`""`) holds nothing; as `/` it would hold everything. */
function isBelow(path: string, directory: string): boolean {
  const root = directory.endsWith('/') ? directory.slice(0, -1) : directory;
  return root !== '' && (path === root || path.startsWith(`${root}/`));
}
