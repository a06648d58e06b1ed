import { expect, it } from 'vitest';
import type { HostRootMount, RootFilesystem, StorageDriver } from '../model/mounts.ts';
import { diagnoseMounts } from './mounts.ts';

const mount = (driver: StorageDriver, key: string, mountPoint = `/mnt/${key}`): HostRootMount => ({
  driver,
  key,
  mountPoint,
});

function diagnosis(mounts: readonly HostRootMount[], roots: Readonly<Record<string, RootFilesystem>>) {
  const hostMounts = { roots: mounts, networkNamespaces: 0, devicemapperSources: [] };
  return Object.fromEntries(diagnoseMounts(hostMounts, { roots: new Map(Object.entries(roots)) }).byDriver);
}

it('a mount that a live container has as its root is live, every other one lingers', () => {
  const mounts = [mount('overlay2', 'a'), mount('overlay2', 'b'), mount('overlay2', 'c')];
  expect(diagnosis(mounts, { one: { driver: 'overlay2', key: 'b' } })).toEqual({
    overlay2: { live: 1, lingering: 2 },
  });
});

it('what is mounted decides, not where', () => {
  const elsewhere = mount('devicemapper', 'docker-1', '/somewhere/else');
  expect(diagnosis([elsewhere], { one: { driver: 'devicemapper', key: 'docker-1' } })).toEqual({
    devicemapper: { live: 1, lingering: 0 },
  });
});

it('counts each driver for itself', () => {
  const mounts = [mount('aufs', 'si=1'), mount('overlay2', 'a'), mount('aufs', 'si=2')];
  expect(diagnosis(mounts, { one: { driver: 'aufs', key: 'si=2' } })).toEqual({
    aufs: { live: 1, lingering: 1 },
    overlay2: { live: 0, lingering: 1 },
  });
});

it('a container whose root is not mounted on the host is no mount', () => {
  expect(diagnosis([], { one: { driver: 'overlay2', key: 'a' } })).toEqual({});
});
