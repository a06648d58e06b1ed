import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  cgroupOf,
  dockerContainers,
  nestedCgroup,
  removedId,
  runningContainers,
} from '../hosts/overlay2/containers.ts';
import { reclaimable } from '../hosts/overlay2/disk-usage.ts';
import { overlay2Figures } from '../hosts/overlay2/figures.ts';
import { overlay2 } from '../hosts/overlay2.ts';
import { buildFixtureHost, type FixtureHost } from './fixture-host.ts';
import { countBy, type ObservedProcess, observeProcesses } from './observed-processes.ts';

let host: FixtureHost;
let processes: ObservedProcess[];
let byPid: Map<number, ObservedProcess>;
beforeAll(async () => {
  host = await buildFixtureHost(overlay2);
  processes = observeProcesses(host.procfs);
  byPid = new Map(processes.map((process) => [process.pid, process]));
});
afterAll(() => host.dispose());

const read = (path: string): string => readFileSync(join(host.rootfs, path), 'utf8');
const isDocker = ({ cgroup }: ObservedProcess): boolean => cgroup.includes('/docker-');

it('has the host daemons by their pidfile, and an Engine in a container', () => {
  const dockerds = processes.filter(({ comm }) => comm === 'dockerd');
  expect(dockerds.map(isDocker).sort()).toEqual([false, true]);
  const pid = read('run/docker.pid');
  expect(byPid.get(Number(pid))?.cgroup).toBe('0::/system.slice/docker.service\n');
  expect(readdirSync(join(host.procfs, pid, 'fd'))).toHaveLength(overlay2Figures.dockerdFds);
});

it('has one zombie for each kind of parent, and one that leads a live thread', () => {
  const zombies = processes.filter(({ state }) => state === 'Z');
  const parents = zombies.map(({ ppid }) => byPid.get(ppid));
  const kind = (parent: ObservedProcess | undefined): string =>
    parent !== undefined && isDocker(parent) ? 'container' : (parent?.comm ?? 'none');
  expect(countBy(parents, kind)).toEqual({ dockerd: 1, containerd: 1, 'containerd-shim': 1, container: 2, cron: 1 });
  expect(zombies.filter(({ threads }) => threads > 1).map(({ threads }) => threads)).toEqual([2]);
});

it('has a process that was killed and stays, in a container and on the host', () => {
  const killed = processes.filter(({ signals }) => (signals & 256) !== 0);
  expect(countBy(killed, (process) => `${process.state} ${isDocker(process)}`)).toEqual({ 'D true': 1, 'D false': 1 });
});

it('has nothing else in D, and no other zombie', () => {
  expect(countBy(processes, ({ state }) => state)).toMatchObject({ D: 2, R: 1, Z: 6 });
});

it('gives every process a parent', () => {
  expect(processes.filter(({ ppid }) => ppid !== 0 && !byPid.has(ppid))).toEqual([]);
});

it('has the cgroups of systemd, one nested, and others that are not of Docker', () => {
  for (const container of runningContainers) {
    expect(existsSync(join(host.sysfs, 'fs/cgroup', cgroupOf(container), 'cgroup.procs'))).toBe(true);
  }
  expect(read(`sys/fs/cgroup${nestedCgroup}/cgroup.procs`)).toBe('1450\n');
  const foreign = processes.filter(({ cgroup }) => /cri-containerd-|libpod-[0-9a-f]{64}/.test(cgroup));
  expect(foreign.map(({ comm }) => comm)).toEqual(['coredns', 'redis-server']);
  expect(read('sys/fs/cgroup/cgroup.stat')).toMatch(/^nr_dying_descendants 9$/m);
});

it('has a root file system mounted that belongs to no container any more', () => {
  const mounts = read('proc/1/mountinfo').match(/\/var\/lib\/docker\/rootfs\/overlayfs\/[0-9a-f]{64}/g) ?? [];
  const known = new Set(dockerContainers.map(({ id }) => id));
  expect(mounts).toHaveLength(overlay2Figures.liveMounts + overlay2Figures.lingeringMounts);
  expect(mounts.filter((path) => !known.has(path.slice(-64)))).toEqual([
    `/var/lib/docker/rootfs/overlayfs/${removedId}`,
  ]);
});

it('has an Engine 29 whose answers agree with each other', () => {
  const { answers } = host;
  const { containers, images, volumes } = overlay2Figures;
  expect(answers?.info).toMatchObject({ ServerVersion: '29.1.3', CgroupVersion: '2', CgroupDriver: 'systemd' });
  expect(countBy(answers?.containers ?? [], ({ State = '' }) => State)).toEqual(containers);
  expect(answers?.images).toHaveLength(images.tagged + images.dangling);
  expect(answers?.volumes?.Volumes).toHaveLength(volumes.used + volumes.unused);
  expect(answers?.df).toMatchObject({ BuildCacheUsage: { Reclaimable: reclaimable.buildCache } });
});
