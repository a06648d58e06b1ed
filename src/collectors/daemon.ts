import { type Daemon, type DaemonName, type DaemonProcess, daemonNames, fdTargets } from '../model/daemons.ts';
import type { HostView } from '../model/host.ts';
import { processStates } from '../model/processes.ts';
import { isComplete, okValue, type Reading } from '../model/reading.ts';
import type { Collector, MetricSpec, Sample } from '../model/sample.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { byLabel, sample, stateSet } from './samples.ts';

const daemon = daemonNames;
const modes = ['user', 'system'] as const;
const limits = ['soft', 'hard'] as const;

const up: MetricSpec = {
  name: 'dockerhost_daemon_up',
  type: 'gauge',
  help: 'Whether the daemon runs: 1 if its process exists. Found by the pidfile, checked against comm, else by name in /proc. No sample where the processes of the host cannot be seen.',
  labels: { daemon },
};
const startTime: MetricSpec = {
  name: 'dockerhost_daemon_start_time_seconds',
  type: 'gauge',
  help: 'Start of the daemon process in unix time: boot time plus field 22 of /proc/PID/stat, computed once for each process.',
  labels: { daemon },
};
const restarts: MetricSpec = {
  name: 'dockerhost_daemon_restarts_total',
  type: 'counter',
  help: 'Times that this exporter has seen the daemon come back as another process.',
  labels: { daemon },
};
const openFds: MetricSpec = {
  name: 'dockerhost_daemon_open_fds',
  type: 'gauge',
  help: 'Open file descriptors of the daemon: entries of /proc/PID/fd.',
  labels: { daemon },
};
const maxFds: MetricSpec = {
  name: 'dockerhost_daemon_max_fds',
  type: 'gauge',
  help: 'Limit of open file descriptors of the daemon from /proc/PID/limits. No sample when it is unlimited.',
  labels: { daemon, limit: limits },
};
const fds: MetricSpec = {
  name: 'dockerhost_daemon_fds',
  type: 'gauge',
  help: 'Open file descriptors of the daemon by what they point to (links in /proc/PID/fd); the targets add up to dockerhost_daemon_open_fds. The newest 4096 are looked at, older ones are "unclassified".',
  labels: { daemon, target: fdTargets },
};
const cpu: MetricSpec = {
  name: 'dockerhost_daemon_cpu_seconds_total',
  type: 'counter',
  help: 'CPU time of the daemon process in seconds: utime and stime of /proc/PID/stat.',
  labels: { daemon, mode: modes },
};
const busiestThread: MetricSpec = {
  name: 'dockerhost_daemon_busiest_thread_cpu_ratio',
  type: 'gauge',
  help: "Share of one CPU that the daemon's busiest thread took since a sample at least 5 s older (/proc/PID/task/TID/stat); both modes together are 1 when it spins. No sample at first sight of a process.",
  labels: { daemon, mode: modes },
};
const threads: MetricSpec = {
  name: 'dockerhost_daemon_threads',
  type: 'gauge',
  help: 'Threads of the daemon process: num_threads of /proc/PID/stat.',
  labels: { daemon },
};
const resident: MetricSpec = {
  name: 'dockerhost_daemon_resident_memory_bytes',
  type: 'gauge',
  help: 'Resident memory of the daemon process: rss of /proc/PID/stat.',
  labels: { daemon },
};
const state: MetricSpec = {
  name: 'dockerhost_daemon_state',
  type: 'gauge',
  help: 'State of the main thread of the daemon process from /proc/PID/stat: 1 for the state it is in, 0 for the others. "stopped" is a daemon that was frozen by a signal or a debugger.',
  labels: { daemon, state: processStates.filter((name) => name !== 'idle') },
};
const shownStates = processStates.filter((name) => name !== 'idle');

/** The Docker daemon and its containerd, as the kernel sees them. */
export const daemonCollector: Collector = {
  name: 'daemon',
  summary: 'dockerd and containerd as processes: descriptors against their limit, CPU, memory, state, restarts',
  metrics: [up, startTime, restarts, openFds, maxFds, fds, cpu, busiestThread, threads, resident, state],
  needs: ({ host }) => [...daemonNames.flatMap((name) => needsOf(host.daemons[name])), ...searchOf(host)],
  collect: (snapshot) => daemonNames.flatMap((name) => samplesOf(name, snapshot)),
};

/** Where a daemon was not found, each process that could not be read may be it. */
function searchOf({ daemons, processes }: HostView): readonly Reading<unknown>[] {
  const isMissing = daemonNames.some((name) => daemons[name].process.kind === 'absent');
  return isMissing && !isComplete(processes) ? [processes] : [];
}

function needsOf({ process }: Daemon): readonly Reading<unknown>[] {
  if (process.kind !== 'ok') return [process];
  const { openFds: open, fdsByTarget, maxFds: max, threadTimes } = process.value;
  return [process, open, fdsByTarget, max, threadTimes];
}

function samplesOf(name: DaemonName, { host, visibility }: Snapshot): readonly Sample[] {
  const labels = { daemon: name };
  const { process, startTime: startedAt, restarts: count, busiestThread: busiest } = host.daemons[name];
  const running = okValue(process);
  const isSearched = visibility.host_processes.visible && isComplete(host.processes);
  const isKnown = running !== undefined || (process.kind === 'absent' && isSearched);
  return [
    ...sample(up, isKnown ? Number(running !== undefined) : undefined, labels),
    ...sample(restarts, count, labels),
    ...sample(startTime, startedAt, labels),
    ...(busiest === undefined ? [] : byLabel(busiestThread, 'mode', modes, (mode) => busiest[mode], labels)),
    ...(running === undefined ? [] : processSamples(running, labels)),
  ];
}

function processSamples(process: DaemonProcess, labels: Readonly<Record<string, string>>): readonly Sample[] {
  const targets = okValue(process.fdsByTarget);
  const limit = okValue(process.maxFds);
  const current = process.state === 'idle' ? 'other' : process.state;
  return [
    ...sample(openFds, okValue(process.openFds), labels),
    ...byLabel(maxFds, 'limit', limits, (kind) => finite(limit?.[kind]), labels),
    ...byLabel(fds, 'target', fdTargets, (target) => targets?.[target], labels),
    ...byLabel(cpu, 'mode', modes, (mode) => process.cpu[mode], labels),
    ...sample(threads, process.threads, labels),
    ...sample(resident, process.residentBytes, labels),
    ...stateSet(state, shownStates, current, labels),
  ];
}

const finite = (limit: number | 'unlimited' | undefined): number | undefined =>
  limit === 'unlimited' ? undefined : limit;
