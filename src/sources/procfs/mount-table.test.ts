import { describe, expect, it } from 'vitest';
import { type Mount, mountinfo } from '../../../test/support/mountinfo.ts';
import { hostFiles, unreadable } from '../../../test/support/temporary-tree.ts';
import { andThen, ok } from '../../model/reading.ts';
import type { HostFiles } from './host-files.ts';
import { readHostTable, rootsOfOthers, summariseMounts } from './mount-table.ts';

const readHostMounts = (files: HostFiles) => andThen(readHostTable(files), (entries) => ok(summariseMounts(entries)));

const id = 'a'.repeat(64);
const device = `docker-202:1-3019790-${id}`;
const upper = `/var/lib/docker/overlay2/${id}/diff`;

const thin = (at: string): Mount => ({
  id: 1,
  parent: 0,
  device: '253:3',
  at,
  type: 'ext4',
  source: `/dev/mapper/${device}`,
});
const overlay = (at: string): Mount => ({
  id: 2,
  parent: 0,
  device: '0:50',
  at,
  type: 'overlay',
  source: 'overlay',
  superOptions: `rw,lowerdir=/l,upperdir=${upper},workdir=/w`,
});
const namespace = (at: string): Mount => ({
  id: 3,
  parent: 0,
  device: '0:4',
  root: 'net:[1]',
  at,
  type: 'nsfs',
  source: 'nsfs',
});
const volume: Mount = { id: 4, parent: 0, device: '254:1', at: '/home', type: 'xfs', source: '/dev/mapper/vg-home' };

function read(...mounts: readonly Mount[]) {
  const files = hostFiles({ 'proc/1/mountinfo': mountinfo(mounts) });
  return readHostMounts(files);
}

describe('the mounts of the host', () => {
  it('are container roots, network namespaces and device-mapper sources', () => {
    const reading = read(thin('/mnt/a'), overlay('/merged'), namespace('/run/docker/netns/28046fb52b1b'), volume);
    expect(reading).toEqual(
      ok({
        roots: [
          { driver: 'devicemapper', key: device, mountPoint: '/mnt/a' },
          { driver: 'overlay2', key: upper, mountPoint: '/merged' },
        ],
        ownRoot: undefined,
        networkNamespaces: 1,
        devicemapperSources: [device, 'vg-home'],
      }),
    );
  });

  it('are counted once however often they are mounted', () => {
    expect(read(thin('/mnt/a'), thin('/mnt/b'), overlay('/x'), overlay('/y'))).toMatchObject({
      value: { roots: [{ mountPoint: '/mnt/a' }, { mountPoint: '/x' }], devicemapperSources: [device] },
    });
  });

  it('do not have the root of the host among them, where the host is a container itself', () => {
    expect(read(overlay('/'))).toMatchObject({ value: { roots: [], ownRoot: upper } });
    expect(read(overlay('/'), overlay('/kept'))).toMatchObject({
      value: { roots: [{ mountPoint: '/kept' }], ownRoot: upper },
    });
  });

  it('have a root of the host that is not a container’s, also where one is mounted under it', () => {
    const disk: Mount = { id: 5, parent: 0, device: '8:1', at: '/', type: 'ext4', source: '/dev/sda1' };
    expect(read(disk, thin('/mnt/a'))).toMatchObject({ value: { ownRoot: undefined } });
    expect(read(overlay('/'), disk)).toMatchObject({ value: { roots: [], ownRoot: undefined } });
    expect(read(disk, overlay('/'))).toMatchObject({ value: { roots: [], ownRoot: upper } });
  });

  it('are none on an empty table', () => {
    expect(read()).toEqual(ok({ roots: [], ownRoot: undefined, networkNamespaces: 0, devicemapperSources: [] }));
  });
});

it('takes the table of 100,000 bytes and more as a whole', () => {
  const many = Array.from({ length: 8000 }, (_, index) => namespace(`/run/docker/netns/${index}`));
  expect(read(...many)).toMatchObject({ value: { networkNamespaces: 8000 } });
});

describe('a table that cannot be read', () => {
  it.each([
    ['absent', {}],
    ['denied', { 'proc/1/mountinfo': unreadable('mountinfo') }],
    ['malformed', { 'proc/1/mountinfo': 'this is no table' }],
  ])('is %s', (kind, tree) => {
    expect(readHostMounts(hostFiles(tree))).toMatchObject({
      kind,
      detail: expect.stringContaining('/proc/1/mountinfo'),
    });
  });
});

describe('roots of others', () => {
  const snapshot = '/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/7/fs';
  const mounted = (at: string, upperdir: string): Mount => ({
    ...overlay(at),
    superOptions: `rw,upperdir=${upperdir}`,
  });
  const othersOf = (...mounts: readonly Mount[]) => {
    const entries = readHostTable(hostFiles({ 'proc/1/mountinfo': mountinfo(mounts) }));
    if (entries.kind !== 'ok') throw new Error(entries.detail);
    return [...rootsOfOthers(entries.value)];
  };

  it.each([
    ['a pod', `/run/containerd/io.containerd.runtime.v2.task/k8s.io/${id}/rootfs`, snapshot],
    ['a step of a build', '/var/lib/docker/buildkit/executor/r4v8kq2m6x0t1z9c5h3n7b2dw/rootfs', snapshot],
    ['Podman', `/var/lib/containers/storage/overlay/${id}/merged`, `${id}/diff`],
  ])('are those in a place of %s', (_, at, upperdir) => {
    expect(othersOf(thin('/mnt/a'), mounted(at, upperdir))).toEqual([upperdir]);
  });

  it('are not those of Docker, wherever they are mounted, nor what is no root of a container', () => {
    expect(othersOf(thin('/mnt/a'), overlay('/x'), overlay('/'), volume, mounted('/x', '/upper'))).toEqual([]);
    expect(othersOf(mounted(`/var/lib/docker/rootfs/overlayfs/${id}`, snapshot))).toEqual([]);
  });
});
