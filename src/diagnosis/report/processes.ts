import type { Diagnosis, ZombieParentKind } from '../../model/diagnosis.ts';
import type { Offender } from '../../model/offenders.ts';
import { okValue } from '../../model/reading.ts';
import type { Severity } from '../../model/report.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { thresholds } from '../thresholds.ts';
import { threadsIn, zombiesIn } from './evidence.ts';
import { type AlertFinding, culpritsOf, type Judge, severityOf } from './finding.ts';
import { count, list, number, percent, processes } from './words.ts';

/** The processes of the host: too many, dead and not reaped, killed and not dead. */
export const judgeProcesses: Judge = (snapshot, diagnosis) => [
  ...nearLimit(snapshot),
  ...zombies(snapshot, diagnosis),
  ...nonReapingParents(diagnosis),
  ...unkillable(diagnosis),
];

function nearLimit({ host }: Snapshot): readonly AlertFinding[] {
  const table = okValue(host.processes);
  const { pidMax = Number.POSITIVE_INFINITY, threadsMax = Number.POSITIVE_INFINITY } =
    okValue(host.processLimits) ?? {};
  const limit = Math.min(pidMax, threadsMax);
  if (table === undefined || !(limit > 0 && limit < Number.POSITIVE_INFINITY)) return [];
  const threads = threadsIn(table);
  const severity = severityOf(threads / limit, thresholds.hostProcesses);
  if (severity === undefined) return [];
  const setting = pidMax <= threadsMax ? 'kernel.pid_max' : 'kernel.threads-max';
  return [
    {
      alert: 'DockerHostProcessesNearLimit',
      severity,
      summary: `${number(threads)} of the ${number(limit)} threads that ${setting} allows are there (${percent(threads / limit)})`,
      culprits: [],
      meaning: 'At the limit nothing on this host can start a process or a thread: no container, no shell, no login.',
      next: `See whose they are with \`grep Threads /proc/[0-9]*/status | sort -t: -k3 -n | tail\`, and make room for the time being by raising ${setting} with sysctl.`,
    },
  ];
}

function zombies({ host }: Snapshot, diagnosis: Diagnosis): readonly AlertFinding[] {
  const table = okValue(host.processes);
  if (table === undefined) return [];
  const dead = zombiesIn(table);
  const severity = zombieSeverity(dead, table.count);
  if (severity === undefined) return [];
  return [
    {
      alert: 'DockerHostZombies',
      severity,
      summary: `${count(dead, 'zombie')} among ${processes(table.count)} (${percent(dead / table.count)})${whoseChildren(diagnosis)}`,
      culprits: culpritsOf(diagnosis, 'zombie_parent'),
      meaning:
        'Each of them keeps a process id until its parent collects it, and on the way to the limit the host can start nothing any more.',
      next: 'Restart the containers or services that are the parents, containers with `--init` so that somebody reaps: a zombie itself is dead already and no signal removes it.',
    },
  ];
}

/** A small host may have a tenth of zombies by chance: the share counts only where there are many. */
function zombieSeverity(dead: number, all: number): Severity | undefined {
  const severity = severityOf(dead, thresholds.zombies);
  return severity === 'warning' && dead / all >= thresholds.zombies.criticalShare ? 'critical' : severity;
}

export const parentWords: Readonly<Record<ZombieParentKind, string>> = {
  dockerd: 'dockerd',
  containerd: 'containerd',
  shim: 'shims',
  container: 'processes in containers',
  host: 'other processes of the host',
};

function whoseChildren({ zombieParents }: Diagnosis): string {
  if (zombieParents === undefined) return '';
  const parts = Object.entries(zombieParents)
    .filter(([, dead]) => dead > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, dead]) => `${number(dead)} of ${parentWords[kind as ZombieParentKind]}`);
  return parts.length === 0 ? '' : `, children: ${list(parts)}`;
}

const nonReapingParents = ({ offenders }: Diagnosis): readonly AlertFinding[] =>
  offenders.worst
    .filter(({ kind, largest }) => kind === 'zombie_parent' && largest > thresholds.zombiesOfOneParent)
    .map((parent) => ({
      alert: 'DockerHostNonReapingParent',
      severity: 'info',
      summary: `${parentName(parent)} does not reap its ${number(parent.largest)} dead children`,
      culprits: [parent],
      meaning: 'It leaves a zombie for each child that ends, and goes on doing so until it is restarted.',
      next:
        parent.container === ''
          ? 'Tell its owner: it has to wait for its children; a restart of its service removes the zombies that are there.'
          : 'Start this container with `--init`, or give its image an init that reaps: what runs as its process 1 does not.',
    }));

function parentName({ process, name, container }: Offender): string {
  const where = name || container;
  const who = process || 'a process';
  return where === '' ? who : `${who} in container ${where}`;
}

function unkillable(diagnosis: Diagnosis): readonly AlertFinding[] {
  const alive = diagnosis.offenders.totals.unkillable;
  if (alive < thresholds.unkillableProcesses) return [];
  return [
    {
      alert: 'DockerHostUnkillableProcesses',
      severity: 'warning',
      summary: `${processes(alive)} ${alive === 1 ? 'is' : 'are'} still there although SIGKILL is pending`,
      culprits: culpritsOf(diagnosis, 'unkillable'),
      meaning:
        'They wait in the kernel, mostly for a disk or an NFS server, and keep their containers from being stopped and removed.',
      next: 'Read `/proc/PID/wchan` and `/proc/PID/stack` for what they wait for, and look after that device, server or frozen cgroup; another kill changes nothing, and if the wait does not end only a reboot does.',
    },
  ];
}
