import { dockerdPid } from '../hosts/overlay2/daemons.ts';
import type { Fault } from '../support/host-faults.ts';

/** What one broken file costs. Everything that is not named here stays as it was. */
export interface Cost {
  /** Metrics, or `metric{daemon}`, that are gone. */
  readonly gone: readonly string[];
  /** Metrics that are still there and may say something else. */
  readonly changed?: readonly string[];
  /** Collectors that say that they failed. */
  readonly failed: readonly string[];
}

interface Row {
  /** Below the root of the host. */
  readonly path: string;
  readonly missing: Cost;
  readonly denied: Cost;
  /** Not for directories. */
  readonly rubbish?: Cost;
}

const nothing: Cost = { gone: [], failed: [] };
const dockerd = `proc/${dockerdPid}`;

/** A file whose absence is no failure, and which fails its collector when it is there and cannot be used. */
function plain(path: string, collector: string, gone: readonly string[]): Row {
  const cost = { gone, failed: [collector] };
  return { path, missing: { gone, failed: [] }, denied: cost, rubbish: cost };
}

function directory(path: string, collector: string, gone: readonly string[], changed: readonly string[] = []): Row {
  const { missing, denied } = plain(path, collector, gone);
  return { path, missing, denied: { ...denied, changed } };
}

const ofDockerd = [
  'daemon_start_time_seconds',
  'daemon_open_fds',
  'daemon_max_fds',
  'daemon_fds',
  'daemon_cpu_seconds_total',
  'daemon_threads',
  'daemon_resident_memory_bytes',
  'daemon_state',
].map((name) => `${name}{dockerd}`);
const counts = ['processes', 'threads', 'zombie_processes'];
const judged = ['zombie_processes', 'unkillable_processes', 'uninterruptible_processes'];
const fewerProcesses: Cost = { gone: ['container_mounts'], changed: counts, failed: ['processes', 'mounts', 'daemon'] };

/** Every kind of file that is read of the host, the fixture host `overlay2` being the one that has them. */
const table: readonly Row[] = [
  plain('proc/loadavg', 'host', ['load_average']),
  plain('proc/meminfo', 'host', ['memory_size_bytes', 'memory_available_bytes', 'swap_size_bytes', 'swap_used_bytes']),
  plain('proc/stat', 'host', ['cpus', 'boot_time_seconds']),
  plain('sys/fs/cgroup/cgroup.stat', 'host', ['cgroups']),
  plain('proc/version', 'kernel', ['kernel_info']),
  {
    // the Engine knows the distribution, too
    path: 'etc/os-release',
    missing: { gone: [], changed: ['kernel_info'], failed: [] },
    denied: { gone: [], changed: ['kernel_info'], failed: [] },
    rubbish: { gone: [], changed: ['kernel_info'], failed: [] },
  },
  {
    path: 'sys/module/aufs/version',
    missing: nothing,
    denied: { gone: [], failed: ['kernel'] },
  },
  {
    // threads-max is left, and the smaller one
    ...plain('proc/sys/kernel/pid_max', 'processes', ['process_limit']),
    missing: nothing,
  },
  {
    ...plain('proc/sys/kernel/threads-max', 'processes', ['process_limit']),
    missing: { gone: [], changed: ['process_limit'], failed: [] },
  },
  {
    path: 'proc/1/mountinfo',
    missing: { gone: mountMetrics(), changed: ['visibility'], failed: [] },
    denied: { gone: mountMetrics(), changed: ['visibility'], failed: ['mounts'] },
    rubbish: { gone: mountMetrics(), changed: ['visibility'], failed: ['mounts'] },
  },
  directory('sys/block', 'mounts', ['devicemapper_devices']),
  {
    path: 'sys/fs/cgroup',
    // /proc/PID/cgroup says who is in which container, too
    missing: { gone: ['cgroups'], failed: [] },
    denied: {
      gone: ['cgroups', 'container_mounts', ...judged],
      changed: ['visibility'],
      failed: ['processes', 'mounts', 'host'],
    },
  },
  {
    path: `${dockerd}/stat`,
    missing: { gone: ofDockerd, changed: [...counts, 'daemon_up'], failed: [] },
    // a process that is there and cannot be read may be the one that is not found
    denied: { ...fewerProcesses, gone: [...fewerProcesses.gone, 'daemon_up{dockerd}', ...ofDockerd] },
    rubbish: { ...fewerProcesses, gone: [...fewerProcesses.gone, 'daemon_up{dockerd}', ...ofDockerd] },
  },
  plain(`${dockerd}/limits`, 'daemon', ['daemon_max_fds{dockerd}']),
  directory(`${dockerd}/fd`, 'daemon', ['daemon_open_fds{dockerd}', 'daemon_fds{dockerd}'], ['visibility']),
  directory(`${dockerd}/task`, 'daemon', []),
  // found by name then
  { path: 'run/docker.pid', missing: nothing, denied: nothing, rubbish: nothing },
];

function mountMetrics(): readonly string[] {
  return ['container_mounts', 'network_namespaces', 'devicemapper_devices'];
}

export const cases: readonly (readonly [Fault, string, Cost])[] = table.flatMap(
  ({ path, missing, denied, rubbish }) => [
    ['missing', path, missing] as const,
    ['denied', path, denied] as const,
    ...(rubbish === undefined ? [] : [['rubbish', path, rubbish] as const]),
  ],
);
