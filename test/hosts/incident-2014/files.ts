import type { SyntheticProcess } from '../../support/process.ts';
import type { Tree } from '../../support/tree.ts';
import type { IncidentContainers } from './containers.ts';
import { pidfile } from './daemon.ts';
import { clock, cpus, incident, limits, loadAverage, memory } from './figures.ts';
import { controllers } from './mounts.ts';

/**
 * The only release line that has both `[bioset]` rescuers (from 3.10) and `[ext4-dio-unwrit]`
 * (renamed in 3.11) for Debian 7 is 3.10 from its backports.
 */
const release = '3.10-0.bpo.3-amd64';
const version = [
  `Linux version ${release} (debian-kernel@lists.debian.org)`,
  '(gcc version 4.6.3 (Debian 4.6.3-14) ) #1 SMP Debian 3.10.11-1~bpo70+1 (2013-09-24)\n',
].join(' ');

const osRelease = [
  'PRETTY_NAME="Debian GNU/Linux 7 (wheezy)"',
  'NAME="Debian GNU/Linux"',
  'VERSION_ID="7"',
  'VERSION="7 (wheezy)"',
  'ID=debian',
  'ANSI_COLOR="1;31"',
  'HOME_URL="http://www.debian.org/"\n',
].join('\n');

/** Everything that is not below `/proc/PID` or `/sys/fs/cgroup`. */
export function makeFiles(made: IncidentContainers, processes: readonly SyntheticProcess[]): Tree {
  return {
    'proc/version': version,
    'proc/sys/kernel/osrelease': `${release}\n`,
    'proc/sys/kernel/pid_max': `${limits.pidMax}\n`,
    'proc/sys/kernel/threads-max': `${limits.threadsMax}\n`,
    'proc/loadavg': loadavg(processes),
    'proc/meminfo': meminfo,
    'proc/stat': stat(processes),
    'proc/uptime': `${incident.now - clock.bootTime}.00 21503114.92\n`,
    'proc/cgroups': cgroups(),
    'proc/cmdline': 'root=/dev/xvda1 ro\n',
    'proc/filesystems': 'nodev\tsysfs\nnodev\tproc\nnodev\tcgroup\nnodev\ttmpfs\n\text3\n\text2\n\text4\n',
    'proc/modules': 'dm_thin_pool 41985 1 - Live 0x0000000000000000\nloop 22641 2 - Live 0x0000000000000000\n',
    'etc/os-release': osRelease,
    'etc/debian_version': '7.4\n',
    'run/docker.pid': pidfile,
    ...blockDevices(made),
  };
}

function loadavg(processes: readonly SyntheticProcess[]): string {
  const tasks = processes.reduce((sum, { threads = 1 }) => sum + threads, 0);
  const [one, five, fifteen] = [loadAverage['1m'], loadAverage['5m'], loadAverage['15m']];
  return `${one.toFixed(2)} ${five.toFixed(2)} ${fifteen.toFixed(2)} ${incident.running}/${tasks} 31144\n`;
}

/** Without MemAvailable, which came with kernel 3.14. */
const meminfo = [
  ['MemTotal', memory.total],
  ['MemFree', memory.free],
  ['Buffers', 20_412],
  ['Cached', 402_168],
  ['SwapCached', 88_204],
  ['SwapTotal', memory.swapTotal],
  ['SwapFree', memory.swapFree],
  ['Dirty', 1_204],
]
  .map(([name, kilobytes]) => `${`${name}:`.padEnd(16)}${String(kilobytes).padStart(8)} kB\n`)
  .join('');

function stat(processes: readonly SyntheticProcess[]): string {
  const times = '91233014 1204 40112096 588233014 70441290 0 1204417 9911204 0 0';
  return [
    `cpu  ${times}`,
    ...Array.from({ length: cpus }, (_, cpu) => `cpu${cpu} ${times}`),
    'intr 4423905118 0 0 0',
    'ctxt 9118233441',
    `btime ${clock.bootTime}`,
    'processes 14402981',
    `procs_running ${processes.filter(({ state }) => state === 'R').length}`,
    'procs_blocked 6\n',
  ].join('\n');
}

const cgroups = (): string =>
  `#subsys_name\thierarchy\tnum_cgroups\tenabled\n${controllers
    .map((controller, index) => `${controller}\t${controllers.length - index}\t54\t1\n`)
    .join('')}`;

function blockDevices({ containers, unmounted }: IncidentContainers): Tree {
  const named = [
    { device: 0, name: 'pool' },
    { device: 1, name: 'base' },
    ...[...containers, ...unmounted].map(({ device, id }) => ({ device, name: id })),
  ];
  const present = named.filter(({ device }) => device !== undefined);
  return Object.fromEntries(
    present.map(({ device, name }) => [`sys/block/dm-${device}/dm/name`, `${incident.devicePrefix}-${name}\n`]),
  );
}
