import { hasNoDocker, zombiesIn } from '../diagnosis/report/evidence.ts';
import { reconciliationGaps } from '../diagnosis/report/unseen-reconciliation.ts';
import { list } from '../diagnosis/report/words.ts';
import type { Diagnosis, Look } from '../model/diagnosis.ts';
import { okValue, problemOf, type Reading } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { noDocker, processesGap } from './gaps.ts';
import { amount, gapOf, none, type Sight, unseen } from './sight.ts';

/** The numbers of things that should not be there, each seen or with the reason why it is not. */
export interface Sights {
  readonly zombies: Sight<number>;
  readonly unkillable: Sight<number>;
  readonly zombieLeaders: Sight<number>;
  /** Containers. */
  readonly ghosts: Sight<number>;
  /** Containers. */
  readonly orphans: Sight<number>;
  readonly lingering: Sight<number>;
  readonly leaked: Sight<number>;
}

export function sightsOf({ snapshot, diagnosis }: Look): Sights {
  const { totals } = diagnosis.offenders;
  const { reconciliation } = diagnosis;
  const processes = processesGap(snapshot);
  const judged = processes ?? (diagnosis.scopes === undefined ? containersGap(snapshot) : undefined);
  const table = okValue(snapshot.host.processes);
  const contradictions = (found: readonly unknown[] | undefined): Sight<number> =>
    found === undefined
      ? noContradictions(snapshot, diagnosis)
      : amount(found.length, unconfirmed(snapshot, diagnosis));
  return {
    zombies: amount(table === undefined ? 0 : zombiesIn(table), processes),
    unkillable: amount(totals.unkillable, judged),
    zombieLeaders: amount(totals.zombie_leader, judged),
    ghosts: contradictions(reconciliation?.ghosts),
    orphans: contradictions(reconciliation?.orphans),
    lingering: amount(totals.lingering_mount, lingeringGap(snapshot, diagnosis)),
    leaked: amount(totals.mount_holder, leakedGap(snapshot, diagnosis)),
  };
}

const containersGap = ({ host }: Snapshot): string =>
  gapOf(host.containers) ?? 'the processes of containers cannot be told from others';

/** Why Engine and kernel could not be compared. */
function noContradictions(snapshot: Snapshot, diagnosis: Diagnosis): Sight<number> {
  return hasNoDocker(snapshot) ? none(noDocker) : unseen(reconciliationGaps(snapshot, diagnosis).join('; '));
}

/** Containers of which the Engine has not been heard yet may be of either kind. */
const unconfirmed = (snapshot: Snapshot, diagnosis: Diagnosis): string | undefined =>
  reconciliationGaps(snapshot, diagnosis).join('; ') || undefined;

const unknownRoots = 'a container that lives does not tell what its root is, and any of these may be it';

function lingeringGap(snapshot: Snapshot, { mounts }: Diagnosis): string | undefined {
  const { host } = snapshot;
  const processes = processesGap(snapshot);
  if (mounts !== undefined) return processes;
  return processes ?? problemsOf([host.mounts, host.containerRoots, host.containers]) ?? unknownRoots;
}

function leakedGap(snapshot: Snapshot, { leaks }: Diagnosis): string | undefined {
  const { host, visibility } = snapshot;
  const { mount_namespaces: scope } = visibility;
  const hidden = processesGap(snapshot) ?? (scope.visible ? undefined : scope.reason);
  const skipped = okValue(host.mountNamespaces)?.skipped ?? 0;
  if (leaks !== undefined)
    return hidden ?? (skipped > 0 ? `${skipped} mount namespaces were not looked into` : undefined);
  const readings = [host.mounts, host.mountNamespaces, host.containerRoots, host.containers];
  return hidden ?? problemsOf(readings) ?? unknownRoots;
}

/** What failed; where nothing did, what is not there although the judgement stands on it. */
function problemsOf(readings: readonly Reading<unknown>[]): string | undefined {
  const failed = readings.flatMap((reading) => problemOf(reading) ?? []);
  const missing = readings.flatMap((reading) => gapOf(reading) ?? []);
  const problems = [...new Set(failed.length > 0 ? failed : missing)];
  return problems.length === 0 ? undefined : list(problems);
}
