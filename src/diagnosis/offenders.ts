import type { Reconciliation } from '../model/diagnosis.ts';
import type { Offenders } from '../model/offenders.ts';
import type { ProcessTable } from '../model/processes.ts';
import type { Ages } from './ages.ts';
import { type Candidate, groupCandidates } from './candidates.ts';
import type { LeakedMount } from './leaks.ts';
import { holderCandidates, lingeringCandidates } from './mount-candidates.ts';
import type { JudgedMount } from './mounts.ts';
import { processCandidates, processKinds } from './process-candidates.ts';
import { rankOffenders } from './rank.ts';

/** What the offenders are taken from; `undefined` where it is not known. */
export interface Evidence {
  readonly processes:
    | { readonly table: ProcessTable; readonly containerOfPid: ReadonlyMap<number, string> }
    | undefined;
  readonly mounts: readonly JudgedMount[] | undefined;
  readonly leaks: readonly LeakedMount[] | undefined;
  readonly reconciliation: Reconciliation | undefined;
  nameOf(container: string): string;
  ownerOf(rootKey: string): string | undefined;
}

export interface OffenderOptions {
  /** How many are told by name. */
  readonly most: number;
  /** How long one must have been there. */
  readonly settleSeconds: number;
}

/** Everybody to be told by name, and how many are too new for it. */
export function findOffenders(
  evidence: Evidence,
  ages: Ages,
  { most, settleSeconds }: OffenderOptions,
): { readonly offenders: Offenders; readonly tooNew: number } {
  const candidates = [...fromProcesses(evidence, ages), ...fromMounts(evidence, ages)];
  const settled = candidates.filter(({ seen }) => ages.ageOf(seen) >= settleSeconds);
  const all = groupCandidates([...settled, ...contradicted(evidence, ages)], evidence.nameOf, ages.ageOf);
  return { offenders: rankOffenders(all, most), tooNew: candidates.length - settled.length };
}

function fromProcesses({ processes }: Evidence, ages: Ages): readonly Candidate[] {
  if (processes !== undefined) return processCandidates(processes.table, processes.containerOfPid, ages);
  for (const kind of processKinds) ages.keep(kind);
  return [];
}

function fromMounts({ mounts, leaks, processes, ownerOf }: Evidence, ages: Ages): readonly Candidate[] {
  if (mounts === undefined) ages.keep('lingering_mount');
  if (leaks === undefined || processes === undefined) ages.keep('mount_holder');
  return [
    ...(mounts === undefined ? [] : lingeringCandidates(mounts, ownerOf, ages)),
    ...(leaks === undefined || processes === undefined ? [] : holderCandidates(leaks, processes.containerOfPid, ages)),
  ];
}

/** Ghosts and orphans have been confirmed, and so have been there for long enough. */
function contradicted({ reconciliation }: Evidence, ages: Ages): readonly Candidate[] {
  if (reconciliation === undefined) return [];
  const ghosts = reconciliation.ghosts.map(
    (id): Candidate => ({ kind: 'ghost', container: id, process: '', count: 1, seen: ages.see('ghost', id) }),
  );
  const orphans = reconciliation.orphans.flatMap(({ id, pids }) =>
    pids.map(
      (pid): Candidate => ({ kind: 'orphan', container: id, process: '', count: 1, seen: ages.see('orphan', id), pid }),
    ),
  );
  return [...ghosts, ...orphans];
}
