import { type DaemonProcess, daemonNames } from '../../model/daemons.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { okValue } from '../../model/reading.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { thresholds } from '../thresholds.ts';
import { dockerdIsGone, everyProbeIs, fdsOf, hasNoDocker, probeIs, someProbeIs } from './evidence.ts';
import { higherLimit } from './fd-limit.ts';
import type { AlertFinding, Judge } from './finding.ts';
import { number } from './words.ts';

/** Does the Engine run, and does it answer? */
export const judgeEngine: Judge = (snapshot, diagnosis) => [
  ...engineDown(snapshot),
  ...engineHung(snapshot, diagnosis),
];

function engineDown(snapshot: Snapshot): readonly AlertFinding[] {
  const summary = downSummary(snapshot);
  if (summary === undefined) return [];
  return [
    {
      alert: 'DockerEngineDown',
      severity: 'critical',
      summary,
      culprits: [],
      meaning:
        'No container can be started, stopped or inspected, and those that ran have ended with the daemon unless live-restore is on.',
      next: hasNoDocker(snapshot)
        ? 'Where Docker belongs on this host, read `journalctl -u docker -u containerd -n 100` and then `systemctl start docker`; where it does not, stop checking this host.'
        : 'Read `journalctl -u docker -u containerd -n 100` for the reason before `systemctl start docker`: it will meet the same disk, limit or mount again.',
    },
  ];
}

function downSummary(snapshot: Snapshot): string | undefined {
  const { engine, host } = snapshot;
  if (someProbeIs(snapshot, 'ok')) return undefined; // some Engine answers, on this host or another
  const detail = engine?.probes.ping.detail ?? 'refused';
  if (dockerdIsGone(snapshot)) {
    if (hasNoDocker(snapshot)) return 'Docker does not run on this host: no dockerd process, and its API refuses';
    return someProbeIs(snapshot, 'timeout')
      ? 'no dockerd process runs on this host, though something still accepts connections in its place'
      : 'no dockerd process runs on this host';
  }
  if (!everyProbeIs(snapshot, 'refused')) return undefined;
  const process = okValue(host.daemons.dockerd.process);
  if (process !== undefined) {
    return snapshot.visibility.engine.visible
      ? `dockerd runs (pid ${process.pid}), but nobody listens at its address (${detail})`
      : undefined; // it is we who do not know where the socket is
  }
  // without a look at the processes a socket that is missing may just not be there for us
  return isMissing(detail) ? undefined : `nobody listens at the address of the Engine (${detail})`;
}

const isMissing = (detail: string): boolean => /ENOENT/.test(detail);

/** Why nobody can say how the Engine is; undefined when that can be said. */
export function engineMystery(snapshot: Snapshot): string | undefined {
  const { engine, host } = snapshot;
  if (engine === undefined || someProbeIs(snapshot, 'ok') || dockerdIsGone(snapshot)) return undefined;
  if (host.daemons.dockerd.process.kind === 'ok' || downSummary(snapshot) !== undefined) return undefined;
  const { state, detail } = engine.probes.ping;
  return `the Engine does not answer (${detail ?? state}), and whether dockerd runs cannot be seen`;
}

function engineHung(snapshot: Snapshot, diagnosis: Diagnosis): readonly AlertFinding[] {
  const process = okValue(snapshot.host.daemons.dockerd.process);
  if (process !== undefined && probeIs(snapshot, 'list', 'timeout'))
    return [dockerdHangs(snapshot, diagnosis, process)];
  const onlyInfo = probeIs(snapshot, 'info', 'timeout') && probeIs(snapshot, 'list', 'ok');
  return onlyInfo ? [containerdHangs(snapshot, diagnosis)] : [];
}

function dockerdHangs(snapshot: Snapshot, diagnosis: Diagnosis, process: DaemonProcess): AlertFinding {
  const { pid } = process;
  const seconds = number(snapshot.engine?.probes.list.durationSeconds ?? 0);
  const what = everyProbeIs(snapshot, 'timeout') ? 'answers nothing' : 'does not list containers';
  const isStopped = process.state === 'stopped';
  return {
    alert: 'DockerEngineHung',
    severity: 'critical',
    summary: `dockerd runs (pid ${pid}), but ${what} within ${seconds} s${isStopped ? '; a signal or a debugger has stopped its process' : ''}`,
    culprits: [],
    meaning:
      'Containers that run go on, but none can be started, stopped or inspected, and every docker command hangs.',
    next: isStopped
      ? `Find out who stopped it, then let it go on with \`kill -CONT ${pid}\`.`
      : (insteadOfRestart(snapshot, diagnosis) ??
        `First keep what shows where it waits: \`grep . /proc/${pid}/task/*/wchan\` and \`journalctl -u docker -n 200\`; then \`systemctl restart docker\`, which ends the containers unless live-restore is on.`),
  };
}

function containerdHangs(snapshot: Snapshot, diagnosis: Diagnosis): AlertFinding {
  const { engine, host } = snapshot;
  const containerd = okValue(host.daemons.containerd.process);
  const isStopped = containerd?.state === 'stopped';
  return {
    alert: 'DockerEngineHung',
    severity: 'critical',
    summary: `dockerd lists containers, but /info does not answer within ${number(engine?.probes.info.durationSeconds ?? 0)} s: it is containerd that hangs${isStopped ? ', a signal or a debugger has stopped its process' : ''}`,
    culprits: [],
    meaning:
      'Containers that run go on and are listed, but none can be started or stopped, and the Engine does not notice when one ends.',
    next: isStopped
      ? `Find out who stopped it, then let it go on with \`kill -CONT ${containerd.pid}\`.`
      : (insteadOfRestart(snapshot, diagnosis) ??
        `First keep \`grep . /proc/${containerd?.pid ?? 'PID'}/task/*/wchan\` and \`journalctl -u containerd -n 200\`; then \`systemctl restart containerd\` off-peak, because on some hosts docker.service restarts with it.`),
  };
}

/** What comes before a restart of a daemon that hangs; undefined when nothing speaks against the restart. */
function insteadOfRestart({ host }: Snapshot, { offenders: { totals } }: Diagnosis): string | undefined {
  if (totals.unkillable + totals.zombie_leader > 0) {
    return 'There are processes that do not die, on which a restart will hang as well: go by docs/runbooks/DockerHostFreezing.md and docs/runbooks/DockerHostUnkillableProcesses.md first.';
  }
  const full = daemonNames.find((name) => {
    const fds = fdsOf(host.daemons[name]);
    return fds !== undefined && fds.open / fds.limit >= thresholds.daemonFds.critical;
  });
  const process = full && okValue(host.daemons[full].process);
  if (process === undefined) return undefined;
  return `First raise the limit of descriptors of ${full}, which has nearly none left, with \`${higherLimit(process)}\`: it takes effect at once and may be all that is missing.`;
}
