import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as figures from '../hosts/incident-2014/figures.ts';
import { incident2014 } from '../hosts/incident-2014.ts';
import { buildFixtureHost, type FixtureHost } from './fixture-host.ts';
import { countBy, type ObservedProcess, observeProcesses } from './observed-processes.ts';

const lxcCgroup = /:\/lxc\/([0-9a-f]{64})$/m;

let host: FixtureHost;
let processes: ObservedProcess[];
let byPid: Map<number, ObservedProcess>;
beforeAll(async () => {
  host = await buildFixtureHost(incident2014);
  processes = observeProcesses(host.procfs);
  byPid = new Map(processes.map((process) => [process.pid, process]));
});
afterAll(() => host.dispose());

const read = (path: string): string => readFileSync(join(host.rootfs, path), 'utf8');
const containerOf = ({ cgroup }: ObservedProcess): string | undefined => lxcCgroup.exec(cgroup)?.[1];
const hostMounts = (): string[] => read('proc/1/mountinfo').trimEnd().split('\n');

it('has the tasks of the slides: 3020 total, 5 running, 2700 sleeping, 315 zombie', () => {
  expect(processes).toHaveLength(3020);
  expect(countBy(processes, ({ state }) => state)).toEqual({ R: 5, S: 2700, Z: 315 });
});

it('has zombies of every kind of parent', () => {
  const parentOf = (zombie: ObservedProcess): string => {
    const parent = byPid.get(zombie.ppid);
    if (parent === undefined) return 'none';
    return containerOf(parent) === undefined ? parent.comm : 'container';
  };
  const { docker, lxcStart, container, host: java } = figures.zombiesByParent;
  const zombies = processes.filter(({ state }) => state === 'Z');
  expect(countBy(zombies, parentOf)).toEqual({ docker, 'lxc-start': lxcStart, container, java });
});

it('gives every process a parent, and threads of the daemon no pid of another', () => {
  const orphans = processes.filter(({ ppid }) => ppid !== 0 && !byPid.has(ppid));
  expect(orphans).toEqual([]);
  const docker = read('run/docker.pid').trim();
  const others = readdirSync(join(host.procfs, docker, 'task')).filter((tid) => tid !== docker);
  expect(others).toHaveLength(figures.daemonThreads - 1);
  expect(others.filter((tid) => byPid.has(Number(tid)))).toEqual([]);
});

it('has a daemon with 1021 descriptors of 1024', () => {
  const pid = read('run/docker.pid').trim();
  const dir = join(host.procfs, pid);
  expect(byPid.get(Number(pid))?.comm).toBe('docker');
  const targets = readdirSync(join(dir, 'fd')).map((fd) => readlinkSync(join(dir, 'fd', fd)));
  expect(targets).toHaveLength(1021);
  expect(read(`proc/${pid}/limits`)).toMatch(/^Max open files +1024 +4096 +files/m);
  const devices = targets.filter((target) => target.startsWith('/dev/mapper/docker-202:1-3019790-'));
  expect(devices).toHaveLength(figures.fdCounts.devicemapper);
});

it('has the kernel threads of the slides, with their pids', () => {
  const kernelThreads = processes.filter(({ flags }) => (flags & 0x0020_0000) !== 0);
  expect(kernelThreads.every(({ pid, ppid }) => pid === 2 || ppid === 2)).toBe(true);
  const names = [31084, 31105, 31107, 31109].map((pid) => byPid.get(pid)?.comm);
  expect(names).toEqual(['ext4-dio-unwrit', 'kdmflush', 'bioset', 'jbd2/dm-1793-8']);
  const counts = countBy(kernelThreads, ({ comm }) => comm.replace(/\d+-8$/, 'N-8'));
  const mounted = figures.liveContainers + figures.lingeringMounts;
  const devices = mounted + figures.unmountedDevices + 2;
  expect(counts).toMatchObject({ kdmflush: devices, bioset: 2 * devices, 'jbd2/dm-N-8': mounted });
});

it('has 27 containers that live, 7 of them orphaned, and 37 that are only mounted', () => {
  const { liveContainers, orphanedContainers, lingeringMounts } = figures;
  expect({ liveContainers, orphanedContainers, lingeringMounts }).toEqual({
    liveContainers: 27,
    orphanedContainers: 7,
    lingeringMounts: 37,
  });
});

it('has live and lingering mounts, each a device of its own up to dm-1793', () => {
  const mounts = hostMounts().filter((line) => line.includes('/dev/mapper/docker-202:1-3019790-'));
  expect(mounts).toHaveLength(figures.liveContainers + figures.lingeringMounts);
  const devices = mounts.map((line) => line.split(' ')[2] ?? '');
  expect(new Set(devices).size).toBe(mounts.length);
  expect(devices).toContain('253:1793');
  const live = new Set(processes.flatMap((process) => containerOf(process) ?? []));
  const lingering = mounts.filter((line) => ![...live].some((id) => line.includes(id)));
  expect(lingering).toHaveLength(figures.lingeringMounts);
});

it('names every mapped device', () => {
  const devices = readdirSync(join(host.sysfs, 'block'));
  const mounted = figures.liveContainers + figures.lingeringMounts;
  expect(devices).toHaveLength(mounted + figures.unmountedDevices + 2);
  expect(read('sys/block/dm-0/dm/name')).toBe('docker-202:1-3019790-pool\n');
  expect(read('sys/block/dm-1793/dm/name')).toMatch(/^docker-202:1-3019790-[0-9a-f]{64}\n$/);
});

it('makes the device of a container the root of its processes', () => {
  const contained = processes.filter((process) => containerOf(process) !== undefined);
  expect(new Set(contained.map(containerOf)).size).toBe(figures.liveContainers);
  for (const process of contained) {
    const [root] = read(`proc/${process.pid}/mountinfo`).split('\n');
    expect(root).toMatch(new RegExp(` /rootfs / .*/dev/mapper/docker-202:1-3019790-${containerOf(process)} `));
  }
});

it('lists in every v1 hierarchy the processes that say they are there', () => {
  const [first] = processes.filter((process) => containerOf(process) !== undefined);
  if (first === undefined) throw new Error('no container has a process');
  for (const controller of ['cpu', 'memory', 'devices', 'freezer']) {
    const procs = read(`sys/fs/cgroup/${controller}/lxc/${containerOf(first)}/cgroup.procs`);
    expect(procs.split('\n')).toContain(String(first.pid));
  }
});

it('is a kernel without MemAvailable, with swap in use', () => {
  expect(read('proc/version')).toMatch(/^Linux version 3\.10-/);
  expect(read('proc/meminfo')).not.toContain('MemAvailable');
  expect(read('proc/meminfo')).toMatch(/^SwapFree: +118924 kB$/m);
  expect(read('proc/sys/kernel/pid_max')).toBe('32768\n');
  expect(Math.max(...byPid.keys())).toBeLessThan(32768);
});

it('has an Engine of 2014, which knows some of the containers', () => {
  const listed = host.answers?.containers ?? [];
  const byStatus = countBy(listed, ({ Status = '' }) => Status.split(' ')[0] ?? '');
  expect(byStatus['Exit']).toBe(figures.listedExited);
  expect((byStatus['Up'] ?? 0) + (byStatus['Ghost'] ?? 0)).toBe(figures.listedRunning);
  expect(listed.some((container) => 'State' in container)).toBe(false);
  const live = new Set(processes.flatMap((process) => containerOf(process) ?? []));
  const orphans = [...live].filter((id) => !listed.some(({ Id, Status }) => Id === id && !Status?.startsWith('Exit')));
  expect(orphans).toHaveLength(figures.orphanedContainers);
  const ghosts = listed.filter(({ Id, Status }) => !Status?.startsWith('Exit') && !live.has(Id));
  expect(ghosts).toHaveLength(figures.containerCounts.ghost);
});
