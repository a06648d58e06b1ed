import type { Catalogue } from '../model/advisory.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { HostView } from '../model/host.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import { okValue } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { Ages } from './ages.ts';
import { diagnoseContainerUse } from './container-use.ts';
import { wasConfirmed } from './contradictions.ts';
import { factsOfHost } from './facts.ts';
import { countLeaks, findLeaks } from './leaks.ts';
import { containerOfPid } from './live-containers.ts';
import { countMounts, judgeMounts } from './mounts.ts';
import { findOffenders } from './offenders.ts';
import { countScopes } from './process-scopes.ts';
import { reconcile } from './reconcile.ts';
import { remember } from './remember.ts';
import { judgeRisk } from './risk.ts';
import { settleSeconds as usualSettleSeconds } from './suspicion.ts';
import { countZombieParents } from './zombie-parents.ts';

export interface DiagnosisOptions {
  /** How many offenders are told by name. */
  readonly offendersMax?: number;
  /** How long something must be there before it is told by name. */
  readonly settleSeconds?: number;
  /** `2026-11-22`, where ends of life are not to be compared with the day of the snapshot. */
  readonly today?: string;
  /** What the host's versions and settings are judged by; without it they are not. */
  readonly catalogue?: Catalogue | undefined;
}

const usualOffendersMax = 20;

/**
 * Everything that follows from a snapshot, and from what is remembered of the ones before, by judgement
 * alone. Pure: the memory goes in and comes out.
 */
export function diagnose(snapshot: Snapshot, past: Memory = noMemory, options: DiagnosisOptions = {}): Diagnosis {
  const { offendersMax: most = usualOffendersMax, settleSeconds = usualSettleSeconds, catalogue, today } = options;
  const { host } = snapshot;
  const ages = new Ages(past.firstSeen, { time: snapshot.takenAt, clock: snapshot.clock });
  const table = okValue(host.processes);
  const inContainer = pidsInContainers(host);
  // without the cgroups nobody knows who runs in a container: no judgement instead of a wrong one
  const judged = table !== undefined && inContainer !== undefined ? { table, containerOfPid: inContainer } : undefined;
  const daemons = { dockerd: pidOf(host, 'dockerd'), containerd: pidOf(host, 'containerd') };
  const leaks = judged && findLeaks(host, judged.containerOfPid, daemons, ages);
  const reconciliation = reconcile(snapshot, past, inContainer ?? new Map(), ages, settleSeconds);
  const memory = remember(snapshot, past);
  const isGhost = (id: string): boolean => reconciliation?.ghosts.includes(id) ?? wasConfirmed('ghost', id, ages);
  const mounts = judgeMounts(host, (key) => isGhost(ownerOf(key, memory) ?? ''));
  const { offenders, tooNew } = findOffenders(
    {
      processes: judged,
      mounts,
      leaks,
      reconciliation,
      nameOf: (id) => memory.names.get(id) ?? '',
      ownerOf: (key) => ownerOf(key, memory),
    },
    ages,
    { most, settleSeconds },
  );
  const risk =
    catalogue && judgeRisk(catalogue, factsOfHost(snapshot, memory, past.risk?.assessment.facts, today), past.risk);
  return {
    zombieParents: judged && countZombieParents(judged.table, daemons, judged.containerOfPid),
    scopes: judged && countScopes(judged.table, judged.containerOfPid),
    mounts: mounts && countMounts(mounts),
    leaks: leaks && countLeaks(leaks),
    containerUse: diagnoseContainerUse(host),
    reconciliation,
    offenders,
    risk: risk?.assessment,
    undecided: tooNew + (reconciliation?.undecided ?? 0),
    memory: { ...memory, firstSeen: ages.next, risk },
  };
}

/** An id in the key of a root file system: of the container with old storage drivers, of its layer with new ones. */
const idInKey = /[0-9a-f]{64}/g;

/** The container that has or had a root file system; where that is not known, the id that its key names. */
const ownerOf = (key: string, { rootOwners }: Pick<Memory, 'rootOwners'>): string | undefined =>
  rootOwners.get(key) ?? key.match(idInKey)?.at(-1);

const pidOf = (host: HostView, name: 'dockerd' | 'containerd'): number | undefined =>
  okValue(host.daemons[name].process)?.pid;

/** The container of each process that runs in one; a host without cgroups has no containers. */
function pidsInContainers({ containers }: HostView): ReadonlyMap<number, string> | undefined {
  if (containers.kind === 'absent') return new Map();
  return containers.kind === 'ok' ? containerOfPid(containers.value) : undefined;
}
