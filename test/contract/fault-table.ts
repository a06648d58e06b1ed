import { dockerdPid } from '../hosts/overlay2/daemons.ts';
import { backupPid } from '../hosts/overlay2/processes.ts';
import { accusedMounts, type Cost, nothing, ofContainers, reconciled, swap } from './cost.ts';
import { always, casesOf, directory, plain, type Row } from './fault-row.ts';

const dockerd = `proc/${dockerdPid}`;
const backup = `proc/${backupPid}`;

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
const ofMemory = ['memory_size_bytes', 'memory_available_bytes', 'swap_size_bytes', 'swap_used_bytes'];
const ofHostMounts = [...accusedMounts, 'network_namespaces', 'devicemapper_devices'];
const counts = ['processes', 'threads', 'zombie_processes'];
const judged = ['zombie_processes', 'unkillable_processes', 'uninterruptible_processes'];

/** A process that is there and cannot be read may be the one that is not found, wherever one is looked for. */
const oneUnread: Cost = {
  gone: [...accusedMounts, ...ofContainers, ...reconciled],
  changed: ['processes', 'threads', 'offender'],
  failed: ['processes', 'mounts', 'reconcile'],
};
const dockerdUnread: Cost = {
  gone: [...oneUnread.gone, 'daemon_up{dockerd}', ...ofDockerd],
  changed: [...counts, 'offender'],
  failed: [...oneUnread.failed, 'daemon'],
};
/** Who is in the process list no longer holds nothing. */
const holderEnded: Cost = { gone: [], changed: ['leaked_mounts', 'mount_namespaces', 'offender'], failed: [] };
const holderUnread: Cost = {
  gone: ['leaked_mounts'],
  changed: ['mount_namespaces', 'offender'],
  failed: ['mounts'],
};

/** Advisories go by the kernel that was read before. */
const kernelUnread: Cost = { gone: ['kernel_info'], failed: ['kernel', 'advisories'] };
const kernelVersion: Row = {
  path: 'proc/version',
  // advisories on kernels cannot be judged without it
  missing: { gone: ['kernel_info'], changed: ['advisories', 'advisory'], failed: [] },
  denied: kernelUnread,
  rubbish: kernelUnread,
};

/** Every kind of file that is read of the host at each scrape; the fixture host `overlay2` has them all. */
const table: readonly Row[] = [
  plain('proc/loadavg', ['host'], ['load_average']),
  // without it nobody knows whether swap is in use
  plain('proc/meminfo', ['host', 'reconcile'], [...ofMemory, ...swap]),
  plain('proc/stat', ['host'], ['cpus', 'boot_time_seconds']),
  plain('sys/fs/cgroup/cgroup.stat', ['host'], ['cgroups']),
  kernelVersion,
  plain('proc/cmdline', ['advisories'], []),
  plain('proc/filesystems', ['advisories'], []),
  // only kernels of RHEL and CentOS 7 have it
  { ...plain('proc/sys/fs/may_detach_mounts', ['advisories'], []), missing: nothing },
  // the Engine knows the distribution, too
  always('etc/os-release', { gone: [], changed: ['kernel_info'], failed: [] }),
  {
    path: 'sys/module/aufs/version',
    missing: nothing,
    denied: { gone: [], failed: ['kernel', 'advisories'] },
  },
  {
    // threads-max is left, and the smaller one
    ...plain('proc/sys/kernel/pid_max', ['processes'], ['process_limit']),
    missing: nothing,
  },
  {
    ...plain('proc/sys/kernel/threads-max', ['processes'], ['process_limit']),
    missing: { gone: [], changed: ['process_limit'], failed: [] },
  },
  {
    path: 'proc/1/mountinfo',
    missing: { gone: ofHostMounts, changed: ['visibility', 'offender'], failed: [] },
    denied: { gone: ofHostMounts, changed: ['visibility', 'offender'], failed: ['mounts'] },
    rubbish: { gone: ofHostMounts, changed: ['visibility', 'offender'], failed: ['mounts'] },
  },
  directory('sys/block', 'mounts', ['devicemapper_devices']),
  {
    path: 'sys/fs/cgroup',
    // /proc/PID/cgroup says who is in which container, too
    missing: { gone: ['cgroups'], failed: [] },
    denied: {
      gone: ['cgroups', ...accusedMounts, ...judged, ...ofContainers, ...reconciled, 'offender', 'offenders_dropped'],
      failed: ['processes', 'mounts', 'reconcile', 'host'],
    },
  },
  {
    path: `${dockerd}/stat`,
    // an Engine that answers while no dockerd runs here is not this host's
    missing: { gone: [...ofDockerd, ...reconciled], changed: [...counts, 'daemon_up', 'offender'], failed: [] },
    denied: dockerdUnread,
    rubbish: dockerdUnread,
  },
  plain(`${dockerd}/limits`, ['daemon'], ['daemon_max_fds{dockerd}']),
  directory(`${dockerd}/fd`, 'daemon', ['daemon_open_fds{dockerd}', 'daemon_fds{dockerd}'], ['visibility']),
  directory(`${dockerd}/task`, 'daemon', []),
  // found by name then
  always('run/docker.pid', nothing),
  {
    // kernels before 3.8 have no mount namespaces to be seen; where it is guarded, kernel threads tell which is the host's
    path: 'proc/1/ns',
    missing: { gone: ['leaked_mounts', 'mount_namespaces'], changed: ['offender'], failed: [] },
    denied: nothing,
  },
  {
    path: `${backup}/stat`,
    missing: { ...holderEnded, changed: [...(holderEnded.changed ?? []), 'processes', 'threads'] },
    denied: { ...oneUnread, changed: [...(oneUnread.changed ?? []), 'mount_namespaces'] },
    rubbish: { ...oneUnread, changed: [...(oneUnread.changed ?? []), 'mount_namespaces'] },
  },
  { path: `${backup}/mountinfo`, missing: holderEnded, denied: holderUnread, rubbish: holderUnread },
  // a name less, and no mount
  always(`${backup}/comm`, { gone: [], changed: ['offender'], failed: [] }),
  // not read while the host uses no swap
  always(`${dockerd}/status`, nothing),
];

export const cases = table.flatMap(casesOf);
