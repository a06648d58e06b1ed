import { daemonNames } from '../../model/daemons.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { okValue } from '../../model/reading.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { thresholds } from '../thresholds.ts';
import { hasUnkillableZombieLeader, probeIs } from './evidence.ts';
import { explanationOf } from './explanation.ts';
import { culpritsOf, type Judge } from './finding.ts';
import { count, list, number, processes } from './words.ts';

/**
 * The freeze itself: a process that SIGKILL does not end, or of which threads live on, and a daemon that
 * hangs or spins on it. Each of them alone may be a slow disk or a busy daemon.
 */
export const judgeFreezing: Judge = (snapshot, diagnosis) => {
  const stuck = stuckSummary(diagnosis);
  const signs = stuck === undefined ? [] : signsOf(snapshot, diagnosis);
  if (stuck === undefined || signs.length === 0) return [];
  const known = explanationOf(diagnosis, 'DockerHostFreezing', 'only a restart of the host helps');
  return [
    {
      alert: 'DockerHostFreezing',
      severity: 'critical',
      summary: `${stuck}, while ${list(signs)}`,
      culprits: culpritsOf(diagnosis, 'zombie_leader', 'unkillable'),
      meaning: `A container is stuck in the kernel and takes the daemon with it; more containers follow as soon as they touch the same lock.${known.meaning}`,
      next: `Move the work to another host, keep \`/proc/PID/stack\` of the processes named here, look after the device or NFS server that they wait for, and plan a reboot: if the wait does not end, nothing else ends them.${known.next}`,
    },
  ];
};

function stuckSummary({ offenders: { totals } }: Diagnosis): string | undefined {
  const { unkillable, zombie_leader: leaders } = totals;
  const parts = [
    ...(unkillable >= thresholds.unkillableProcesses ? [`${processes(unkillable)} that SIGKILL does not end`] : []),
    ...(leaders >= thresholds.zombieLeadersWithLiveThreads
      ? [`${count(leaders, 'zombie')} of which threads still run`]
      : []),
  ];
  return parts.length === 0 ? undefined : list(parts);
}

function signsOf(snapshot: Snapshot, { offenders: { totals } }: Diagnosis): readonly string[] {
  const { host } = snapshot;
  const table = okValue(host.processes);
  const isBoth =
    totals.unkillable >= thresholds.unkillableProcesses &&
    totals.zombie_leader >= thresholds.zombieLeadersWithLiveThreads;
  const spinning = daemonNames.flatMap((name) => {
    const system = host.daemons[name].busiestThread?.system ?? 0;
    return system >= thresholds.busiestThreadInSystemMode
      ? [`a thread of ${name} spins in the kernel (${number(system)} of a CPU)`]
      : [];
  });
  return [
    ...(probeIs(snapshot, 'list', 'timeout') ? ['the Engine does not list containers'] : []),
    ...spinning,
    ...(isBoth && table !== undefined && hasUnkillableZombieLeader(table)
      ? ['SIGKILL does not reach the threads of such a zombie']
      : []),
  ];
}
