import { type Mount, mountinfo } from '../../support/mountinfo.ts';
import { hostNamespace, modernHostMounts } from '../modern/mounts.ts';
import { builder, buildStepId, db, nestedId, podContainerId, podmanId, removedId, web } from './containers.ts';

export const namespaces = {
  web: 4026532310,
  db: 4026532388,
  builder: 4026532466,
  nested: 4026532544,
  pod: 4026532622,
  podman: 4026532700,
  buildStep: 4026532778,
  /** Of two services with mounts of their own, which began as a copy of the host's. */
  logind: 4026532160,
  backup: 4026532178,
} as const;

const snapshots = '/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots';
const podmanLayers = '/var/lib/containers/storage/overlay';

interface Overlay {
  /** Minor number; the major of file systems without a device is 0. */
  readonly minor: number;
  readonly lower: string;
  readonly upper: string;
  readonly work: string;
}

const snapshot = (minor: number, number: number): Overlay => ({
  minor,
  lower: `${snapshots}/${number - 1}/fs:${snapshots}/3/fs:${snapshots}/1/fs`,
  upper: `${snapshots}/${number}/fs`,
  work: `${snapshots}/${number}/work`,
});

const layer = (minor: number, root: string, name: string): Overlay => ({
  minor,
  lower: `${root}/l/QX2ZL4:${root}/l/7M4TWD`,
  upper: `${root}/${name}/diff`,
  work: `${root}/${name}/work`,
});

const overlays = {
  web: snapshot(61, 41),
  db: snapshot(68, 44),
  builder: snapshot(75, 52),
  removed: snapshot(82, 37),
  pod: snapshot(89, 58),
  buildStep: snapshot(110, 63),
  /** Of a container that was removed while a backup of it ran. */
  leaked: snapshot(117, 29),
  podman: layer(96, podmanLayers, podmanId),
  /** Inside of `builder`: the paths are those of its own file system. */
  nested: layer(103, '/var/lib/docker/overlay2', nestedId),
} as const;

const mountOf = ({ minor, lower, upper, work }: Overlay, id: number, parent: number, at: string): Mount => ({
  id,
  parent,
  device: `0:${minor}`,
  at,
  type: 'overlay',
  source: 'overlay',
  superOptions: `rw,lowerdir=${lower},upperdir=${upper},workdir=${work}`,
});

const hostRoot = 29;
const run = 27;
const rootOfDocker = (id: string): string => `/var/lib/docker/rootfs/overlayfs/${id}`;

const containerMountsOnHost: readonly Mount[] = [
  mountOf(overlays.web, 210, hostRoot, rootOfDocker(web.id)),
  mountOf(overlays.db, 231, hostRoot, rootOfDocker(db.id)),
  mountOf(overlays.builder, 252, hostRoot, rootOfDocker(builder.id)),
  mountOf(overlays.removed, 273, hostRoot, rootOfDocker(removedId)),
  mountOf(overlays.pod, 294, run, `/run/containerd/io.containerd.runtime.v2.task/k8s.io/${podContainerId}/rootfs`),
  mountOf(overlays.podman, 315, hostRoot, `${podmanLayers}/${podmanId}/merged`),
  mountOf(overlays.buildStep, 321, hostRoot, `/var/lib/docker/buildkit/executor/${buildStepId}/rootfs`),
];

const networkNamespace = (id: number, inode: number, at: string): Mount => ({
  id,
  parent: run,
  device: '0:4',
  root: `net:[${inode}]`,
  at,
  options: 'rw',
  type: 'nsfs',
  source: 'nsfs',
});

/** Three of Docker, and one of the pod's that is not. */
const networkNamespaces: readonly Mount[] = [
  networkNamespace(330, 4026532312, '/run/docker/netns/1a7c0e3b9d42'),
  networkNamespace(331, 4026532390, '/run/docker/netns/6f20d9e4c815'),
  networkNamespace(332, 4026532468, '/run/docker/netns/c3b8a1f7750e'),
  networkNamespace(333, 4026532624, '/run/netns/cni-0b7e5c1d-3f64-4b0e-8d6a-2f9c4a7e1d35'),
];

/** A copy of the host's mounts, as a service with `PrivateTmp=` begins with; later ones reach it as well. */
const copyOfHost = (first: number): readonly Mount[] =>
  [...modernHostMounts, ...containerMountsOnHost].map((mount) => ({
    ...mount,
    id: first + mount.id,
    parent: first + mount.parent,
    optional: `master:${mount.id}`,
  }));

const containerMounts = (overlay: Overlay, first: number): readonly Mount[] => [
  { ...mountOf(overlay, first, first - 1, '/'), optional: `master:${first}` },
  { id: first + 1, parent: first, device: `0:${overlay.minor + 1}`, at: '/proc', type: 'proc', source: 'proc' },
  { id: first + 2, parent: first, device: `0:${overlay.minor + 2}`, at: '/dev', type: 'tmpfs', source: 'tmpfs' },
  { id: first + 3, parent: first, device: '0:27', at: '/sys/fs/cgroup', type: 'cgroup2', source: 'cgroup' },
];

/** `builder` has the root of its own container mounted, below the volume that is its `/var/lib/docker`. */
const builderMounts: readonly Mount[] = [
  ...containerMounts(overlays.builder, 600),
  {
    id: 610,
    parent: 600,
    device: '254:1',
    root: '/var/lib/docker/volumes/builder-docker/_data',
    at: '/var/lib/docker',
    type: 'ext4',
    source: '/dev/vda1',
  },
  mountOf(overlays.nested, 611, 610, `/var/lib/docker/overlay2/${nestedId}/merged`),
];

export const overlay2Mountinfo: ReadonlyMap<number, string> = new Map([
  [hostNamespace, mountinfo([...modernHostMounts, ...containerMountsOnHost, ...networkNamespaces])],
  [namespaces.web, mountinfo(containerMounts(overlays.web, 400))],
  [namespaces.db, mountinfo(containerMounts(overlays.db, 500))],
  [namespaces.builder, mountinfo(builderMounts)],
  [namespaces.nested, mountinfo(containerMounts(overlays.nested, 700))],
  [namespaces.pod, mountinfo(containerMounts(overlays.pod, 800))],
  [namespaces.podman, mountinfo(containerMounts(overlays.podman, 900))],
  [namespaces.buildStep, mountinfo(containerMounts(overlays.buildStep, 1000))],
  [namespaces.logind, mountinfo(copyOfHost(2000))],
  [
    namespaces.backup,
    mountinfo([...copyOfHost(3000), mountOf(overlays.leaked, 3400, 3000 + hostRoot, '/run/backup/rootfs')]),
  ],
]);
