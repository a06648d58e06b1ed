/** Third row: what dockerd and containerd use. */
import type { Row } from '../lib/finalise.ts';
import { colours } from '../lib/limits.ts';
import { stateTimeline, timeSeries } from '../lib/panels.ts';
import { host, range } from '../lib/queries.ts';
import { ruleThresholds } from '../lib/thresholds.ts';
import { units } from '../lib/units.ts';
import { wordsFor } from '../lib/words.ts';
import { fdsLeftGraph } from './time-left.ts';

const hidden = 'The processes of the host are not visible';

const fds = host('dockerhost_daemon_open_fds');

/** A limit of a million would press a leak of thousands flat against the axis. */
const nearLimit = `${host('dockerhost_daemon_max_fds', 'limit="soft"')} < ignoring (limit) 4 * ${fds}`;

const descriptors = timeSeries({
  title: 'Descriptors against the limit',
  shows:
    'Open file descriptors of each daemon, where they will be in 24 hours at the pace of the last six, and the limit once a quarter of it is in use.',
  normal: 'flat, and no limit in sight. They follow the number of containers.',
  act: 'a line that only rises is a leak: compare with the number of containers, then see what they point to.',
  queries: [
    range(fds, '{{daemon}}'),
    range(`predict_linear(${fds}[6h], ${ruleThresholds.predictedSeconds})`, '{{daemon}} in 24 hours', 'projection'),
    range(nearLimit, '{{daemon}}, limit', 'limit'),
  ],
  unit: units.count,
  limits: {},
  width: 12,
  empty: hidden,
});

const share = timeSeries({
  title: 'Descriptors as a share of the limit',
  shows: 'Open file descriptors of each daemon, of what it may open.',
  normal: 'below a third.',
  act: 'at the limit dockerd takes no connection and starts no container. Raise LimitNOFILE, then restart it in a quiet hour.',
  queries: [range(host('instance_daemon:dockerhost_daemon_fds:ratio'), '{{daemon}}')],
  unit: units.ratio,
  max: 1,
  alerts: ['DockerdFdsNearLimit'],
  width: 12,
  empty: 'No limit, or not visible',
});

const targets = timeSeries({
  title: 'What the descriptors of dockerd point to',
  shows: 'Open file descriptors of dockerd by their target; they add up to all of them.',
  normal: 'a few for each container: stdio, log, pipes and sockets.',
  act: 'the one that rises is what leaks. “deleted” are files that were removed and take space until dockerd is restarted.',
  queries: [range(host('dockerhost_daemon_fds', 'daemon="dockerd"'), '{{target}}')],
  unit: units.count,
  stacked: true,
  width: 12,
  empty: hidden,
});

const spin = timeSeries({
  title: 'Busiest thread',
  shows:
    'Share of one CPU that the busiest thread of each daemon takes. One thread at 100 % spins, however many CPUs there are.',
  normal: 'peaks while containers start; a few percent else.',
  act: 'if it stays there while no container comes or goes, take a goroutine dump before you restart the daemon.',
  queries: [range(host('instance_daemon:dockerhost_daemon_busiest_thread_cpu:ratio'), '{{daemon}}')],
  unit: units.ratio,
  alerts: ['DockerdCpuSpin'],
  empty: hidden,
});

const cpu = timeSeries({
  title: 'CPU of the daemons',
  shows: 'Cores that each daemon takes, in user and in system mode.',
  normal: 'a small part of a core.',
  act: 'much in system mode points at the kernel: mounts, devices, a spin in a file system.',
  queries: [range(`rate(${host('dockerhost_daemon_cpu_seconds_total')}[$__rate_interval])`, '{{daemon}}, {{mode}}')],
  unit: units.cores,
  empty: hidden,
});

const threads = timeSeries({
  title: 'Threads and goroutines',
  width: 12,
  shows: 'Threads of the daemons, and goroutines of dockerd.',
  normal: 'flat; both follow the number of containers and of clients.',
  act: 'goroutines that only rise are requests that never end, which is how a dockerd begins to hang.',
  queries: [
    range(host('dockerhost_daemon_threads'), '{{daemon}}, threads'),
    range(`max(${host('dockerhost_engine_goroutines')})`, 'dockerd, goroutines'),
  ],
  unit: units.count,
  empty: hidden,
});

const memory = timeSeries({
  title: 'Memory of the daemons',
  width: 12,
  shows: 'Resident memory of each daemon.',
  normal: 'some hundred MiB, flat over days.',
  act: 'if it rises together with goroutines or descriptors it is the same leak.',
  queries: [range(host('dockerhost_daemon_resident_memory_bytes'), '{{daemon}}')],
  unit: units.bytes,
  empty: hidden,
});

const stateOf = (name: string): string => `max without (state) (${host('dockerhost_daemon_state', `state="${name}"`)})`;

const state = stateTimeline({
  title: 'State of the main thread',
  shows: 'State of the main thread of each daemon.',
  normal: '“Runs or sleeps”.',
  act: '“Stopped” was frozen by a signal or a debugger: send SIGCONT. “Waits for the kernel” for minutes is a disk or a server that does not answer.',
  queries: [
    range(
      `${stateOf('disk_sleep')} + 2 * ${stateOf('stopped')} + 3 * ${stateOf('zombie')} + 4 * ${stateOf('other')}`,
      '{{daemon}}',
    ),
  ],
  unit: units.none,
  words: wordsFor([
    [0, 'Runs or sleeps', colours.fine],
    [1, 'Waits for the kernel', colours.warning],
    [2, 'Stopped', colours.critical],
    [3, 'Zombie', colours.critical],
    [4, 'Other', colours.unknown],
  ]),
  empty: hidden,
});

export const daemon: Row = {
  title: 'dockerd and containerd: what they use',
  panels: [descriptors, share, targets, fdsLeftGraph, spin, cpu, state, threads, memory],
};
