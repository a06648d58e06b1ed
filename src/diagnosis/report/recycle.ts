import { daemonNames } from '../../model/daemons.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { okValue } from '../../model/reading.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { thresholds } from '../thresholds.ts';
import { fdsOf, zombiesIn } from './evidence.ts';
import type { Judge } from './finding.ts';
import { count, list, number, percent } from './words.ts';

/** Several kinds of residue at once: a host to be replaced, not nursed. */
export const judgeResidue: Judge = (snapshot, diagnosis) => {
  const residue = residueOf(snapshot, diagnosis);
  if (residue.length < thresholds.residueKinds) return [];
  return [
    {
      alert: 'DockerHostNeedsRecycle',
      severity: 'warning',
      summary: `${residue.length} kinds of residue at once: ${list(residue)}`,
      culprits: [], // each kind has a finding of its own that names them
      meaning: 'This host breaks faster than it can be cleaned up; what is mended in one place comes back in another.',
      next: 'Drain it, then reboot or replace it, instead of cleaning up one kind after the other.',
    },
  ];
};

/** Each kind that is there, with its number. */
function residueOf({ host }: Snapshot, { offenders: { totals }, reconciliation }: Diagnosis): readonly string[] {
  const table = okValue(host.processes);
  const zombies = table === undefined ? 0 : zombiesIn(table);
  const kinds: readonly (readonly [isThere: boolean, words: string])[] = [
    [zombies >= thresholds.residueZombies, count(zombies, 'zombie')],
    [totals.unkillable >= thresholds.unkillableProcesses, `${number(totals.unkillable)} that SIGKILL does not end`],
    [isAtLeast(reconciliation?.ghosts, thresholds.ghostContainers), count(reconciliation?.ghosts.length ?? 0, 'ghost')],
    [
      isAtLeast(reconciliation?.orphans, thresholds.orphanedContainers),
      count(reconciliation?.orphans.length ?? 0, 'orphaned container'),
    ],
    [totals.lingering_mount >= thresholds.lingeringMounts, count(totals.lingering_mount, 'lingering mount')],
    [totals.mount_holder >= thresholds.leakedMounts, count(totals.mount_holder, 'leaked mount')],
  ];
  return [...kinds.flatMap(([isThere, words]) => (isThere ? [words] : [])), ...fullDaemon(host)];
}

const isAtLeast = (found: readonly unknown[] | undefined, least: number): boolean =>
  found !== undefined && found.length >= least;

/** One kind, however many daemons have it. */
function fullDaemon(host: Snapshot['host']): readonly string[] {
  const full = daemonNames.flatMap((name) => {
    const fds = fdsOf(host.daemons[name]);
    const ratio = fds === undefined ? 0 : fds.open / fds.limit;
    return ratio >= thresholds.residueFds ? [`${percent(ratio)} of the file descriptors of ${name}`] : [];
  });
  return full.slice(0, 1);
}
