import { kernelThreadFlags } from '../../support/process.ts';
import type { IncidentContainers } from './containers.ts';
import { cpus, incident } from './figures.ts';

/** A process still without a pid. */
export interface KernelThread {
  readonly comm: string;
  /** Where the slides show the pid. */
  readonly pid?: number;
  readonly flags: number;
  readonly nice: number;
}

const thread = (comm: string, pid?: number): KernelThread => ({
  comm,
  flags: kernelThreadFlags,
  nice: 0,
  ...(pid === undefined ? {} : { pid }),
});

/** A rescuer of a work queue, nice -20: `S<` in `ps`. */
const rescuer = (comm: string, pid?: number): KernelThread => ({ ...thread(comm, pid), nice: -20 });

const perCpu = ['ksoftirqd', 'migration', 'watchdog'];
const single = [
  'rcu_bh',
  'rcu_sched',
  'xenwatch',
  'xenbus',
  'khungtaskd',
  'kswapd0',
  'ksmd',
  'khugepaged',
  'fsnotify_mark',
  'jbd2/xvda1-8',
];
const rescuers = [
  'cpuset',
  'khelper',
  'netns',
  'bdi-default',
  'kintegrityd',
  'kblockd',
  'crypto',
  'kthrotld',
  'kpsmoused',
  'deferwq',
  'ext4-dio-unwrit',
];

/** What every Xen guest with kernel 3.10 has. `kthreadd`, pid 2, is apart. */
function ordinaryThreads(): KernelThread[] {
  const processors = Array.from({ length: cpus }, (_, cpu) => cpu);
  return [
    ...processors.flatMap((cpu) => perCpu.map((name) => thread(`${name}/${cpu}`))),
    ...processors.flatMap((cpu) => [0, 1, 2].map((worker) => thread(`kworker/${cpu}:${worker}`))),
    ...single.map((name) => thread(name)),
    ...rescuers.map((name) => rescuer(name)),
    ...['loop0', 'loop1'].map((name) => rescuer(name)),
    ...['dm-thin', 'dm_bufio_cache'].map((name) => rescuer(name)),
  ];
}

/** The names that came with a mapped device before kernel 3.11: one flusher and two rescuers of its bio sets. */
const deviceThreads = (): KernelThread[] => [rescuer('kdmflush'), rescuer('bioset'), rescuer('bioset')];

/** What mounting ext4 on it adds. */
const mountThreads = (device: number): KernelThread[] => [thread(`jbd2/dm-${device}-8`), rescuer('ext4-dio-unwrit')];

/** The one whose threads are on the slides, with their pids. */
const slideThreads: readonly KernelThread[] = [
  rescuer('ext4-dio-unwrit', 31084),
  rescuer('kdmflush', 31105),
  rescuer('bioset', 31107),
  rescuer('bioset', 31108),
  thread(`jbd2/dm-${incident.highestDevice}-8`, 31109),
];

/** `dm-0`, the pool, and `dm-1`, the base. */
const poolDevices = [0, 1];

export function kernelThreads({ containers, unmounted }: IncidentContainers): readonly KernelThread[] {
  const mounted = containers.flatMap(({ device }) => (device === undefined ? [] : [device]));
  const others = mounted.filter((device) => device !== incident.highestDevice);
  return [
    ...ordinaryThreads(),
    ...[...poolDevices, ...unmounted].flatMap(deviceThreads),
    ...others.flatMap((device) => [...deviceThreads(), ...mountThreads(device)]),
    ...slideThreads,
  ];
}
