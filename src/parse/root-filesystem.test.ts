import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MountEntry, parseMountLine } from './mountinfo.ts';
import { rootFilesystemOf } from './root-filesystem.ts';

const id = '44ea4e988930ae70864e48fdf8a501b3f2813a46c1ecd20f397f25d29512e17d';
const device = `docker-254:0-131098-${id}`;
const buildkit = 'k8x1tq0m3z5v7b9n2c4d6f8g1';
const snapshots = '/var/lib/docker/containerd/daemon/io.containerd.snapshotter.v1.overlayfs/snapshots';

function rootOf(line: string) {
  const entry = parseMountLine(line);
  if (entry === undefined) throw new Error(`no mount line: ${line}`);
  return rootFilesystemOf(entry);
}

const overlayAt = (point: string, upper: string) =>
  `301 29 0:45 / ${point} rw,relatime - overlay overlay rw,lowerdir=/l/AAAA:/l/BBBB,upperdir=${upper},workdir=/w,index=off`;
const overlay = (upper: string) => overlayAt('/mnt/x', upper);

/** The mount on the host, the `/` in the container's own namespace, and a bind mount at another place. */
const sameEverywhere: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'devicemapper',
    'devicemapper',
    device,
    [
      `48 34 253:3 / /var/lib/docker/devicemapper/mnt/${id} rw,relatime shared:4 - ext4 /dev/mapper/${device} rw,stripe=16`,
      `107 74 253:3 /rootfs / rw,relatime master:4 - ext4 /dev/mapper/${device} rw,stripe=16`,
      `240 27 253:3 /rootfs /mnt/keep rw,relatime shared:6 - ext4 /dev/mapper/${device} rw,stripe=16`,
    ],
  ],
  [
    'aufs',
    'aufs',
    'b9a3c2d1e0f45678',
    [
      `71 24 0:31 / /var/lib/docker/aufs/mnt/${id} rw,relatime - aufs none rw,si=b9a3c2d1e0f45678,dio,dirperm1`,
      '90 60 0:31 / / rw,relatime - aufs none rw,si=b9a3c2d1e0f45678,dio,dirperm1',
    ],
  ],
  [
    'overlay',
    'overlay',
    `/var/lib/docker/overlay/${id}/upper`,
    [
      overlayAt(`/var/lib/docker/overlay/${id}/merged`, `/var/lib/docker/overlay/${id}/upper`),
      overlayAt('/', `/var/lib/docker/overlay/${id}/upper`),
    ],
  ],
  [
    'overlay2',
    'overlay2',
    `/var/lib/docker/overlay2/${id}/diff`,
    [
      overlayAt(`/var/lib/docker/overlay2/${id}/merged`, `/var/lib/docker/overlay2/${id}/diff`),
      overlayAt('/', `/var/lib/docker/overlay2/${id}/diff`),
      overlay(`/var/lib/docker/overlay2/${id}/diff`),
    ],
  ],
  [
    'overlay2 with so many layers that paths are relative',
    'overlay2',
    `${id}/diff`,
    [overlayAt(`/var/lib/docker/overlay2/${id}/merged`, `${id}/diff`), overlayAt('/', `${id}/diff`)],
  ],
  [
    'the containerd image store',
    'overlayfs',
    `${snapshots}/42/fs`,
    [
      overlayAt(`/var/lib/docker/rootfs/overlayfs/${id}`, `${snapshots}/42/fs`),
      overlayAt('/', `${snapshots}/42/fs`),
      overlayAt(`/run/containerd/io.containerd.runtime.v2.task/moby/${id}/rootfs`, `${snapshots}/42/fs`),
    ],
  ],
  [
    'btrfs',
    'btrfs',
    `0:38 /@/var/lib/docker/btrfs/subvolumes/${id}`,
    [
      `90 60 0:38 /@/var/lib/docker/btrfs/subvolumes/${id} / rw,relatime - btrfs /dev/mapper/vg-root rw,subvolid=5,subvol=/`,
      `91 60 0:38 /@/var/lib/docker/btrfs/subvolumes/${id}/srv /mnt/keep rw,relatime - btrfs /dev/mapper/vg-root rw`,
    ],
  ],
  [
    'zfs',
    'zfs',
    `tank/docker/${id}`,
    [
      `90 60 0:52 / /var/lib/docker/zfs/graph/${id} rw,relatime - zfs tank/docker/${id} rw,xattr,noacl`,
      `91 60 0:52 / / rw,relatime - zfs tank/docker/${id} rw,xattr,noacl`,
    ],
  ],
  [
    'fuse-overlayfs',
    'fuse-overlayfs',
    '0:61',
    [
      `90 60 0:61 / /home/u/.local/share/docker/fuse-overlayfs/${id}/merged rw - fuse.fuse-overlayfs fuse-overlayfs rw,user_id=0`,
      '91 60 0:61 / / rw,relatime - fuse.fuse-overlayfs fuse-overlayfs rw,user_id=0',
    ],
  ],
];

describe.each(sameEverywhere)('%s', (_, driver, key, lines) => {
  it.each(lines)('%s', (line) => {
    expect(rootOf(line)).toEqual({ driver, key });
  });
});

it('knows the mount of incident A', () => {
  const name = `docker-202:1-3019790-${id}`;
  const line = `51 20 252:7 / /var/lib/docker/devicemapper/mnt/${id} rw,relatime - ext4 /dev/mapper/${name} rw,discard,stripe=16,data=ordered`;
  expect(rootOf(line)).toEqual({ driver: 'devicemapper', key: name });
});

it('sees through escapes in the path of the data root', () => {
  const key = `/srv/my docker,1:2/overlay2/${id}/diff`;
  expect(rootOf(overlay(`/srv/my\\040docker\\,1\\:2/overlay2/${id}/diff`))).toEqual({ driver: 'overlay2', key });
  expect(rootOf(overlay(`/srv/my\\040docker\\134\\0541\\134:2/overlay2/${id}/diff`))).toEqual({
    driver: 'overlay2',
    key,
  });
});

it.each([
  ['a devicemapper init layer', `1 2 253:8 / /mnt rw - ext4 /dev/mapper/${device}-init rw`],
  ['the devicemapper base device', '1 2 253:1 / /mnt rw - ext4 /dev/mapper/docker-254:0-131098-base rw'],
  ['a logical volume', '1 2 253:1 / /mnt rw - ext4 /dev/mapper/docker-thinpool rw'],
  ['the host’s root', '27 1 254:0 / / rw,relatime - ext4 /dev/vda rw'],
  ['Docker’s own directory', '34 27 254:0 /var/lib/docker /var/lib/docker rw,relatime shared:1 - ext4 /dev/vda rw'],
  [
    'a plain file system at a container’s mount point',
    `1 2 254:0 / /var/lib/docker/overlay2/${id}/merged rw - ext4 /dev/vda rw`,
  ],
  ['an overlay without an upper directory', '1 2 0:45 / /mnt rw - overlay overlay ro,lowerdir=/a:/b'],
  ['an overlay of a live CD', overlay('/run/live/overlay/rw')],
  ['an overlay2 init layer', overlay(`/var/lib/docker/overlay2/${id}-init/diff`)],
  ['a BuildKit layer', overlay(`/var/lib/docker/overlay2/${buildkit}/diff`)],
  ['a relative BuildKit layer', overlay(`${buildkit}/diff`)],
  ['a Podman container', overlay(`/var/lib/containers/storage/overlay/${id}/diff`)],
  ['a relative Podman container', overlayAt(`/var/lib/containers/storage/overlay/${id}/merged`, `${id}/diff`)],
  [
    'a Podman container over fuse',
    `1 2 0:61 / /var/lib/containers/storage/overlay/${id}/merged rw - fuse.fuse-overlayfs fuse-overlayfs rw`,
  ],
  [
    'a Kubernetes container',
    overlayAt(
      `/run/containerd/io.containerd.runtime.v2.task/k8s.io/${id}/rootfs`,
      '/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/7/fs',
    ),
  ],
  [
    'a nerdctl container',
    overlayAt(`/run/containerd/io.containerd.runtime.v2.task/default/${id}/rootfs`, `${snapshots}/7/fs`),
  ],
  ['a build step', overlayAt(`/var/lib/docker/buildkit/executor/${buildkit}/rootfs`, `${snapshots}/7/fs`)],
  ['the work directory of a snapshot', overlay(`${snapshots}/7/work`)],
  ['a btrfs init layer', `1 2 0:38 /var/lib/docker/btrfs/subvolumes/${id}-init /mnt rw - btrfs /dev/vda rw`],
  ['btrfs itself', '1 2 0:38 /var/lib/docker/btrfs /var/lib/docker/btrfs rw - btrfs /dev/vda rw'],
  ['a zfs init layer', `1 2 0:52 / /mnt rw - zfs tank/docker/${id}-init rw`],
  ['another zfs dataset', '1 2 0:52 / /mnt rw - zfs tank/docker rw'],
  ['an aufs init layer', `1 2 0:31 / /var/lib/docker/aufs/mnt/${id}-init rw - aufs none rw,si=1a2b`],
  ['an aufs that does not say which', '1 2 0:31 / /mnt rw - aufs none rw'],
  ['a volume', `1 2 254:0 /var/lib/docker/volumes/${id}/_data /data rw - ext4 /dev/vda rw`],
])('does not take %s for a container’s root', (_, line) => {
  expect(rootOf(line)).toBeUndefined();
});

it('never throws, and does not look at the mount point of a device', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '/', '\\', ',', ':', '=', 'upperdir=', 'si=', '/overlay2/', id, '/diff'),
  });
  const fsType = fc.constantFrom('overlay', 'aufs', 'btrfs', 'zfs', 'fuse.fuse-overlayfs', 'ext4');
  fc.assert(
    fc.property(text, text, text, text, fsType, (root, mountPoint, source, superOptions, type) => {
      const entry: MountEntry = {
        id: 1,
        parent: 2,
        device: '0:45',
        root,
        mountPoint,
        fsType: type,
        source,
        superOptions,
      };
      rootFilesystemOf(entry);
      expect(rootFilesystemOf({ ...entry, source: `/dev/mapper/${device}` })).toEqual({
        driver: 'devicemapper',
        key: device,
      });
    }),
  );
});
