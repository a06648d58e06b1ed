import type { Mount } from '../../support/mountinfo.ts';

export const hostNamespace = 4026531841;

const rootId = 29;

/** What a Debian 13 host on one ext4 file system mounts. */
export const modernHostMounts: readonly Mount[] = [
  { id: 23, parent: rootId, device: '0:21', at: '/sys', optional: 'shared:7', type: 'sysfs', source: 'sysfs' },
  { id: 24, parent: rootId, device: '0:22', at: '/proc', optional: 'shared:13', type: 'proc', source: 'proc' },
  { id: 25, parent: rootId, device: '0:5', at: '/dev', optional: 'shared:2', type: 'devtmpfs', source: 'udev' },
  { id: 26, parent: 25, device: '0:23', at: '/dev/pts', optional: 'shared:3', type: 'devpts', source: 'devpts' },
  { id: 27, parent: rootId, device: '0:24', at: '/run', optional: 'shared:5', type: 'tmpfs', source: 'tmpfs' },
  {
    id: rootId,
    parent: 1,
    device: '254:1',
    at: '/',
    optional: 'shared:1',
    type: 'ext4',
    source: '/dev/vda1',
    superOptions: 'rw,errors=remount-ro',
  },
  { id: 30, parent: 25, device: '0:26', at: '/dev/shm', optional: 'shared:4', type: 'tmpfs', source: 'tmpfs' },
  {
    id: 31,
    parent: 23,
    device: '0:27',
    at: '/sys/fs/cgroup',
    optional: 'shared:9',
    type: 'cgroup2',
    source: 'cgroup2',
    superOptions: 'rw,nsdelegate,memory_recursiveprot',
  },
];
