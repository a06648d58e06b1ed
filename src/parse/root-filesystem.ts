import type { RootFilesystem } from '../model/mounts.ts';
import { type MountEntry, superOption } from './mountinfo.ts';

const mapperDirectory = '/dev/mapper/';
/** Without `-init`, `-base` and `-pool`, which no container has as its root. */
const containerDevice = /^docker-\d+:\d+-\d+-[0-9a-f]{64}$/;
const legacyOverlayUpper = /\/overlay\/[0-9a-f]{64}\/upper$/;
/** Relative when the options would not fit into one page: dockerd then mounts from its own directory. */
const overlay2Upper = /(?:\/overlay2\/|^)[0-9a-f]{64}\/diff$/;
const snapshotUpper = /\/io\.containerd\.snapshotter\.v1\.overlayfs\/snapshots\/\d+\/fs$/;
const btrfsSubvolume = /^(?:.*\/)?btrfs\/subvolumes\/[0-9a-f]{64}(?=\/|$)/;
const zfsDataset = /^[^/]+\/(?:.*\/)?[0-9a-f]{64}$/;

/** containerd's other tenants and BuildKit mount the same snapshots, and only the place tells whose one is. */
const ofOtherTenant =
  /\/k8s\.io\/|\/io\.containerd\.runtime\.v\d\.\w+\/(?!moby\/)|\/buildkit\/executor\/|\/buildkit-mount\d/;
/** Podman's directories look the same when relative; BuildKit's and init layers are nobody's root. */
const podmanMountPoint = /\/overlay\/[0-9a-f]{64}\/merged$/;
const initLayerMountPoint = /\/[0-9a-f]{64}-init$/;

/**
 * The root file system of a Docker container that a mount shows, undefined when it is none. Judged by
 * what is mounted, so that bind mounts and copies in other mount namespaces are recognised.
 *
 * The key is the same for one file system wherever it is mounted, in the container's own namespace too:
 *
 * | driver | what is mounted | key | the same everywhere, because |
 * |---|---|---|---|
 * | devicemapper | `/dev/mapper/docker-254:0-131098-<id>` | device name | copies of a mount keep its source |
 * | aufs | type aufs | `si=` | it is the number of the super block |
 * | overlay | upperdir `…/overlay/<id>/upper` | upperdir | options are those of the super block |
 * | overlay2 | upperdir `…/overlay2/<id>/diff` | upperdir | as above |
 * | overlayfs (containerd) | upperdir `…/io.containerd.snapshotter.v1.overlayfs/snapshots/<n>/fs` | upperdir | as above |
 * | btrfs | root `…/btrfs/subvolumes/<id>` | device, root up to the id | root is counted from the super block |
 * | zfs | dataset `pool/…/<id>` | dataset | copies of a mount keep its source |
 * | fuse-overlayfs | type fuse.fuse-overlayfs | device | it is the number of the super block |
 *
 * Not taken: init layers, layers being built (BuildKit's 25 characters), Podman's `…/storage/overlay/<id>/diff`,
 * snapshots that the mount point shows to be of Kubernetes, another containerd namespace or BuildKit.
 *
 * @see `/proc/PID/mountinfo`, proc_pid_mountinfo(5)
 */
export function rootFilesystemOf(entry: MountEntry): RootFilesystem | undefined {
  if (entry.source.startsWith(mapperDirectory)) {
    const device = entry.source.slice(mapperDirectory.length);
    if (containerDevice.test(device)) return { driver: 'devicemapper', key: device };
  }
  switch (entry.fsType) {
    case 'overlay':
      return overlayRoot(entry);
    case 'aufs':
      return aufsRoot(entry);
    case 'btrfs':
      return btrfsRoot(entry);
    case 'zfs':
      return zfsDataset.test(entry.source) ? { driver: 'zfs', key: entry.source } : undefined;
    case 'fuse.fuse-overlayfs':
    case 'fuse-overlayfs':
      return podmanMountPoint.test(entry.mountPoint) ? undefined : { driver: 'fuse-overlayfs', key: entry.device };
    default:
      return undefined;
  }
}

function overlayRoot(entry: MountEntry): RootFilesystem | undefined {
  const key = superOption(entry, 'upperdir');
  if (key === undefined) return undefined;
  if (legacyOverlayUpper.test(key)) return { driver: 'overlay', key };
  if (overlay2Upper.test(key)) return podmanMountPoint.test(entry.mountPoint) ? undefined : { driver: 'overlay2', key };
  return snapshotUpper.test(key) && !ofOtherTenant.test(entry.mountPoint) ? { driver: 'overlayfs', key } : undefined;
}

/** The branches of an aufs are in sysfs alone, so an init layer shows by its mount point only. */
function aufsRoot(entry: MountEntry): RootFilesystem | undefined {
  const key = superOption(entry, 'si');
  const initLayer = initLayerMountPoint.test(entry.mountPoint);
  return key === undefined || key === '' || initLayer ? undefined : { driver: 'aufs', key };
}

function btrfsRoot(entry: MountEntry): RootFilesystem | undefined {
  const subvolume = btrfsSubvolume.exec(entry.root)?.[0];
  return subvolume === undefined ? undefined : { driver: 'btrfs', key: `${entry.device} ${subvolume}` };
}
