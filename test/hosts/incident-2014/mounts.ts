import { type Mount, mountinfo } from '../../support/mountinfo.ts';
import { type IncidentContainer, isLive, isMounted } from './containers.ts';
import { deviceNode } from './daemon.ts';

export const hostNamespace = 4026531840;
/** Kernels hand out inode numbers of namespaces one after the other. */
export const containerNamespace = (index: number): number => 4026532200 + 66 * index;

export const controllers = [
  'cpuset',
  'cpu',
  'cpuacct',
  'memory',
  'devices',
  'freezer',
  'net_cls',
  'blkio',
  'perf_event',
];

/** major of device-mapper on that host */
const devicemapperMajor = 253;
const ext4Options = 'rw,discard,stripe=16,data=ordered';
const rootId = 20;
const firstContainerMount = 60;

/** Text of `mountinfo` of the host and of every live container, by namespace. */
export function mountinfoByNamespace(containers: readonly IncidentContainer[]): ReadonlyMap<number, string> {
  const live = containers.filter(isLive);
  return new Map([
    [hostNamespace, mountinfo([...hostMounts, ...containers.filter(isMounted).map(mountOnHost)])],
    ...live.map((container, index) => [containerNamespace(index), containerMountinfo(container)] as const),
  ]);
}

const hostMounts: readonly Mount[] = [
  { id: 15, parent: rootId, device: '0:14', at: '/sys', type: 'sysfs', source: 'sysfs' },
  { id: 16, parent: rootId, device: '0:3', at: '/proc', type: 'proc', source: 'proc' },
  { id: 17, parent: rootId, device: '0:5', at: '/dev', type: 'devtmpfs', source: 'udev' },
  { id: 18, parent: 17, device: '0:11', at: '/dev/pts', type: 'devpts', source: 'devpts' },
  { id: 19, parent: rootId, device: '0:15', at: '/run', type: 'tmpfs', source: 'tmpfs' },
  {
    id: rootId,
    parent: 1,
    device: '202:1',
    at: '/',
    type: 'ext4',
    source: '/dev/disk/by-uuid/5d2e86b6-7a7e-4c2e-9a34-8c37f1f0c1b1',
    superOptions: 'rw,errors=remount-ro,data=ordered',
  },
  { id: 21, parent: 15, device: '0:18', at: '/sys/fs/cgroup', type: 'tmpfs', source: 'cgroup' },
  ...controllers.map((controller, index) => ({
    id: 22 + index,
    parent: 21,
    device: `0:${20 + index}`,
    at: `/sys/fs/cgroup/${controller}`,
    type: 'cgroup',
    source: 'cgroup',
    superOptions: `rw,${controller}`,
  })),
];

/** `/dev/mapper/docker-202:1-3019790-<id> on /var/lib/docker/devicemapper/mnt/<id> type ext4 (…)` */
const mountOnHost = (container: IncidentContainer, index: number): Mount => ({
  ...deviceMount(container),
  id: firstContainerMount + index,
  parent: rootId,
  at: `/var/lib/docker/devicemapper/mnt/${container.id}`,
});

const deviceMount = ({ id, device }: IncidentContainer) => ({
  device: `${devicemapperMajor}:${device}`,
  type: 'ext4',
  source: deviceNode(id),
  superOptions: ext4Options,
});

/** LXC makes `rootfs` of the device the root and unmounts what the host had. */
function containerMountinfo(container: IncidentContainer): string {
  const root = 400;
  return mountinfo([
    { ...deviceMount(container), id: root, parent: 399, root: '/rootfs', at: '/' },
    { ...deviceMount(container), id: 401, parent: root, root: '/rootfs/.dockerinit', at: '/.dockerinit' },
    { id: 402, parent: root, device: '0:90', at: '/proc', type: 'proc', source: 'proc' },
    { id: 403, parent: root, device: '0:91', at: '/sys', options: 'ro,relatime', type: 'sysfs', source: 'sysfs' },
    { id: 404, parent: root, device: '0:92', at: '/dev/pts', type: 'devpts', source: 'devpts' },
    { id: 405, parent: root, device: '0:93', at: '/dev/shm', type: 'tmpfs', source: 'shm' },
  ]);
}
