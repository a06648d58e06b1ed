import { type DaemonName, daemonNames, type FdTarget, fdTargets } from '../../model/daemons.ts';
import { okValue } from '../../model/reading.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { thresholds } from '../thresholds.ts';
import { fdsOf } from './evidence.ts';
import { higherLimit } from './fd-limit.ts';
import { type AlertFinding, type Judge, severityOf } from './finding.ts';
import { count, list, number, percent } from './words.ts';

/** The processes of the daemons: descriptors and CPU. */
export const judgeDaemons: Judge = (snapshot) =>
  daemonNames.flatMap((name) => [...fdsNearLimit(name, snapshot), ...cpuSpin(name, snapshot)]);

const atTheLimit: Readonly<Record<DaemonName, string>> = {
  dockerd: 'At the limit no container starts any more, and the Engine takes no connection: too many open files.',
  containerd: 'At the limit no container starts any more, and dockerd waits for containerd: too many open files.',
};

const unitOf: Readonly<Record<DaemonName, string>> = { dockerd: 'docker', containerd: 'containerd' };

function fdsNearLimit(name: DaemonName, { host }: Snapshot): readonly AlertFinding[] {
  const fds = fdsOf(host.daemons[name]);
  const process = okValue(host.daemons[name].process);
  if (fds === undefined || process === undefined) return [];
  const ratio = fds.open / fds.limit;
  const severity = severityOf(ratio, thresholds.daemonFds);
  if (severity === undefined) return [];
  const targets = biggest(okValue(process.fdsByTarget));
  return [
    {
      alert: 'DockerdFdsNearLimit',
      severity,
      summary: `${name} has ${number(fds.open)} of ${number(fds.limit)} file descriptors open (${percent(ratio)})${targets}`,
      culprits: [],
      meaning: atTheLimit[name],
      next: `Raise the limit of the running process with \`${higherLimit(process)}\`, set LimitNOFILE of ${unitOf[name]}.service for the next start, and restart ${name} off-peak before it is at the limit${name === 'dockerd' ? ' (without live-restore that ends all containers)' : ''}.`,
    },
  ];
}

/** For one descriptor, and for several. */
const targetWords: Readonly<Record<FdTarget, readonly [one: string, many: string]>> = {
  devicemapper: ['device-mapper device', 'device-mapper devices'],
  container_stdio: ['output of containers', 'output of containers'],
  container_log: ['log of containers', 'logs of containers'],
  socket: ['socket', 'sockets'],
  pipe: ['pipe', 'pipes'],
  anon_inode: ['epoll and the like', 'epoll and the like'],
  deleted: ['deleted file', 'deleted files'],
  data_root: ['file in the data root', 'files in the data root'],
  other: ['other', 'others'],
  unclassified: ['not looked at', 'not looked at'],
};

/** `448 device-mapper devices`: so many descriptors point there. */
export const targetText = (value: number, target: FdTarget): string => count(value, ...targetWords[target]);

const shownTargets = 3;

function biggest(targets: Readonly<Record<FdTarget, number>> | undefined): string {
  if (targets === undefined) return '';
  const shown = fdTargets
    .filter((target) => targets[target] > 0)
    .sort((a, b) => targets[b] - targets[a])
    .slice(0, shownTargets)
    .map((target) => targetText(targets[target], target));
  return shown.length === 0 ? '' : `, most of them ${list(shown)}`;
}

function cpuSpin(name: DaemonName, { host }: Snapshot): readonly AlertFinding[] {
  const { busiestThread: busiest, process } = host.daemons[name];
  if (busiest === undefined || busiest.user + busiest.system < thresholds.busiestThread) return [];
  const pid = okValue(process)?.pid ?? 'PID';
  const look = `Find it with \`top -H -p ${pid}\` and keep its \`/proc/${pid}/task/TID/stack\``;
  return [
    {
      alert: 'DockerdCpuSpin',
      severity: 'warning',
      summary: `one thread of ${name} takes ${number(busiest.user + busiest.system)} of a CPU (${number(busiest.system)} in system mode)`,
      culprits: [],
      meaning:
        'A thread that takes a whole CPU for long does no work but spins; in system mode it is stuck in the kernel.',
      next:
        busiest.system > busiest.user
          ? `${look}. A restart of ${name} does not end a thread that is stuck in the kernel: look for the process, device or server that it waits for.`
          : `${look}; if it goes on without work to do, restart ${name} off-peak.`,
    },
  ];
}
