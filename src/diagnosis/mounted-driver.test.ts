import { expect, it } from 'vitest';
import { absent, denied, ok } from '../model/reading.ts';
import { parseRootMounts } from '../parse/root-mounts.ts';
import { mountedDriver } from './mounted-driver.ts';

const id = (digit: string): string => digit.repeat(64);
const line = (type: string, options: string, source = type) =>
  `48 34 0:50 / /mnt/x rw,relatime shared:4 - ${type} ${source} rw${options}\n`;

const aufs = line('aufs', ',si=1a2b', 'none');
const otherAufs = line('aufs', ',si=3c4d', 'none');
const overlay = line('overlay', `,upperdir=/var/lib/docker/overlay/${id('1')}/upper`);
const overlay2 = line('overlay', `,upperdir=/var/lib/docker/overlay2/${id('2')}/diff`);
const relative = line('overlay', `,upperdir=${id('3')}/diff`);
const snapshot = line('overlay', ',upperdir=/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/7/fs');
const mapper = line('ext4', '', `/dev/mapper/docker-254:0-131098-${id('4')}`);
const foreign = line('overlay', ',upperdir=/home/me/upper');

function driverOf(table: string, ownRoot?: string) {
  const roots = parseRootMounts(table);
  if (roots.kind !== 'ok') throw new Error(roots.detail);
  return mountedDriver(ok({ roots: roots.value, ownRoot, networkNamespaces: 0, devicemapperSources: [] }));
}

it.each([
  [aufs, 'aufs'],
  [aufs + otherAufs, 'aufs'],
  [overlay, 'overlay'],
  [overlay2 + relative, 'overlay2'],
  [snapshot, 'overlayfs'],
  [mapper, 'devicemapper'],
  [aufs + foreign, 'aufs'],
  [foreign, undefined],
  ['', undefined],
  [aufs + overlay2, undefined],
  [overlay + overlay2, undefined],
])('%j: %s', (table, driver) => expect(driverOf(table)).toBe(driver));

it('does not take the root file system of a host that is a container for one of its own', () => {
  const key = `/var/lib/docker/overlay2/${id('2')}/diff`;
  expect(driverOf(overlay2, key)).toBeUndefined();
  expect(driverOf(overlay2 + aufs, key)).toBe('aufs');
});

it('says nothing where not all mounts were seen', () => {
  const roots = [{ driver: 'aufs', key: 'a', mountPoint: '/a' }] as const;
  const mounts = { roots, ownRoot: undefined, networkNamespaces: 0, devicemapperSources: [] };
  expect(mountedDriver(ok(mounts))).toBe('aufs');
  for (const reading of [ok(mounts, ['a part']), absent('none'), denied('EACCES')]) {
    expect(mountedDriver(reading)).toBeUndefined();
  }
});
