import type { Diagnosis, ProcessUse, Reconciliation } from '../../model/diagnosis.ts';
import type { ContainerState, ListedContainer } from '../../model/engine.ts';
import { okValue } from '../../model/reading.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { thresholds } from '../thresholds.ts';
import { type AlertFinding, culpritsOf, type Judge } from './finding.ts';
import { bytes, count, duration, number, processes } from './words.ts';

/** Containers: those on which Engine and kernel do not agree, and those that nobody removes. */
export const judgeContainers: Judge = (snapshot, diagnosis) => {
  const { reconciliation } = diagnosis;
  const listed = snapshot.engine && okValue(snapshot.engine.containers)?.containers;
  return [
    ...(reconciliation === undefined ? [] : ghosts(reconciliation, diagnosis, snapshot)),
    ...(reconciliation === undefined ? [] : orphans(reconciliation, diagnosis, snapshot)),
    ...(listed === undefined ? [] : exitedPilingUp(listed)),
    ...(listed === undefined ? [] : cleanupNotRunning(listed, snapshot.takenAt)),
  ];
};

function ghosts({ ghosts: ids }: Reconciliation, diagnosis: Diagnosis, { host }: Snapshot): readonly AlertFinding[] {
  if (ids.length < thresholds.ghostContainers) return [];
  const containerd = okValue(host.daemons.containerd.process)?.pid ?? 'PID';
  return [
    {
      alert: 'DockerHostGhostContainers',
      severity: 'warning',
      summary: `the Engine says that ${count(ids.length, 'container')} run${ids.length === 1 ? 's' : ''} of which no process lives`,
      culprits: culpritsOf(diagnosis, 'ghost'),
      meaning: 'Whoever asks Docker sees a service that is dead, and no restart policy brings it back.',
      next: `See whether containerd is stopped (T) or stuck (D) with \`grep State /proc/${containerd}/status\`, and what it knows with \`timeout 10 ctr -n moby tasks ls\`; then go by the runbook: \`kill -CONT ${containerd}\` where it is stopped, and a restart of dockerd last, off-peak and with live-restore.`,
    },
  ];
}

function orphans(
  { orphans: found, orphaned }: Reconciliation,
  diagnosis: Diagnosis,
  { host }: Snapshot,
): readonly AlertFinding[] {
  if (found.length < thresholds.orphanedContainers) return [];
  const [only, ...others] = found;
  const path = okValue(host.containers)?.containers.find(({ id }) => id === only?.id)?.path;
  const cgroup = others.length === 0 && path !== undefined ? path : '…/docker-ID.scope or …/docker/ID';
  return [
    {
      alert: 'DockerHostOrphanProcesses',
      severity: 'warning',
      summary: `${processes(orphaned.processes)} with ${memoryOf(orphaned)} live${orphaned.processes === 1 ? 's' : ''} in ${count(found.length, 'container')} that the Engine does not know, or knows as not running`,
      culprits: culpritsOf(diagnosis, 'orphan'),
      meaning:
        'They keep memory, ports, volumes and file systems of containers that are gone, and no docker command reaches them.',
      next: `Check with \`cat /proc/PID/cgroup\` that a process named here belongs to such a container (${cgroup}), then end it with \`kill PID\` and, unless it is in state D, with \`kill -9 PID\`.`,
    },
  ];
}

const memoryOf = ({ residentBytes, swapBytes }: ProcessUse): string =>
  `${bytes(residentBytes)} of memory${swapBytes === undefined ? '' : ` and ${bytes(swapBytes)} of swap`}`;

function exitedPilingUp(listed: readonly ListedContainer[]): readonly AlertFinding[] {
  const exited = listed.filter(({ state }) => state === 'exited').length;
  if (exited <= thresholds.exitedContainers) return [];
  return [
    {
      alert: 'DockerHostExitedContainersPilingUp',
      severity: 'info',
      summary: `${number(exited)} exited containers have not been removed`,
      culprits: [],
      meaning: 'Each keeps its layer and its log on the disk, and makes listings and the start of dockerd slower.',
      next: 'Find out who starts containers without `--rm`, look at the oldest with `timeout 60 docker ps -a --filter status=exited`, and remove by name what nobody needs.',
    },
  ];
}

/** States of containers that are not in use; those that a start or a stop only passes through are not in it. */
const leftoverStates: readonly (ContainerState | 'other')[] = ['exited', 'dead', 'created'];

function cleanupNotRunning(listed: readonly ListedContainer[], now: number): readonly AlertFinding[] {
  const leftovers = listed.filter(({ state, created }) => leftoverStates.includes(state) && created > 0);
  if (leftovers.length === 0) return [];
  const oldest = leftovers.reduce((a, b) => (b.created < a.created ? b : a));
  const age = now - oldest.created;
  if (age <= thresholds.oldestLeftoverSeconds) return [];
  return [
    {
      alert: 'DockerHostCleanupNotRunning',
      severity: 'info',
      summary: `the oldest container that is not in use, ${oldest.name || oldest.id.slice(0, 12)} (${oldest.state}), is ${duration(age)} old`,
      culprits: [],
      meaning: 'The job that removes old containers does not run on this host, or does not reach this one.',
      next: 'See whether the job still runs (`systemctl list-timers`, cron and its mail) and what it said last, before removing anything by hand.',
    },
  ];
}
