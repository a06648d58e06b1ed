import { expect, it } from 'vitest';
import { failedHost } from '../../test/support/snapshots.ts';
import type { HostRootMount, RootFilesystem, StorageDriver } from '../model/mounts.ts';
import { absent, ok } from '../model/reading.ts';
import { countMounts, judgeMounts } from './mounts.ts';

const mount = (driver: StorageDriver, key: string, mountPoint = `/mnt/${key}`): HostRootMount => ({
  driver,
  key,
  mountPoint,
});

function counts(roots: readonly HostRootMount[], live: Readonly<Record<string, RootFilesystem>>) {
  const host = {
    ...failedHost(absent('not in this test')),
    mounts: ok({ roots, ownRoot: undefined, networkNamespaces: 0, devicemapperSources: [] }),
    containerRoots: ok({ roots: new Map(Object.entries(live)) }),
  };
  return Object.fromEntries(countMounts(judgeMounts(host) ?? []).byDriver);
}

it('a mount that a live container has as its root is live, every other one lingers', () => {
  const mounts = [mount('overlay2', 'a'), mount('overlay2', 'b'), mount('overlay2', 'c')];
  expect(counts(mounts, { one: { driver: 'overlay2', key: 'b' } })).toEqual({
    overlay2: { live: 1, lingering: 2 },
  });
});

it('what is mounted decides, not where', () => {
  const elsewhere = mount('devicemapper', 'docker-1', '/somewhere/else');
  expect(counts([elsewhere], { one: { driver: 'devicemapper', key: 'docker-1' } })).toEqual({
    devicemapper: { live: 1, lingering: 0 },
  });
});

it('counts each driver for itself', () => {
  const mounts = [mount('aufs', 'si=1'), mount('overlay2', 'a'), mount('aufs', 'si=2')];
  expect(counts(mounts, { one: { driver: 'aufs', key: 'si=2' } })).toEqual({
    aufs: { live: 1, lingering: 1 },
    overlay2: { live: 0, lingering: 1 },
  });
});

it('a container whose root is not mounted on the host is no mount', () => {
  expect(counts([], { one: { driver: 'overlay2', key: 'a' } })).toEqual({});
});

it('nothing lingers for certain while a live container does not tell its root', () => {
  const host = (live: Readonly<Record<string, RootFilesystem>>) => ({
    ...failedHost(absent('not in this test')),
    mounts: ok({ roots: [mount('overlay2', 'a')], ownRoot: undefined, networkNamespaces: 0, devicemapperSources: [] }),
    containerRoots: ok({ roots: new Map(Object.entries(live)), unknown: 1 }),
  });
  expect(judgeMounts(host({}))).toBeUndefined();
  expect(judgeMounts(host({ one: { driver: 'overlay2', key: 'a' } }))).toMatchObject([{ isLingering: false }]);
});
