import type { Diagnosis } from '../../model/diagnosis.ts';
import { visibilityScopes } from '../../model/host.ts';
import { isComplete, problemOf, type Reading } from '../../model/reading.ts';
import type { Unseen } from '../../model/report.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { readingsOfFacts } from '../facts.ts';
import { engineMystery } from './engine.ts';
import { engineRemedy } from './engine-remedy.ts';
import { hasNoDocker } from './evidence.ts';
import { reconciliationGaps } from './unseen-reconciliation.ts';

/**
 * What could not be looked at: scopes that the exporter does not see, and readings behind a finding that
 * failed or are not whole, by collector. Where a reading failed because of another one it is said once.
 */
export function unseenParts(snapshot: Snapshot, diagnosis: Diagnosis): readonly Unseen[] {
  return [
    ...hiddenScopes(snapshot),
    ...incompleteReadings(snapshot, diagnosis),
    ...(hasNoDocker(snapshot) ? [] : asParts('reconcile', reconciliationGaps(snapshot, diagnosis))),
  ];
}

function hiddenScopes(snapshot: Snapshot): readonly Unseen[] {
  const { visibility } = snapshot;
  return visibilityScopes.flatMap((part) => {
    const scope = visibility[part];
    const reason =
      scope.visible && part === 'engine' ? silentEngine(snapshot) : scope.visible ? undefined : scope.reason;
    return reason === undefined ? [] : [{ part, reason }];
  });
}

/** Why nobody can say how the Engine is, and what it takes. */
function silentEngine(snapshot: Snapshot): string | undefined {
  const mystery = engineMystery(snapshot);
  const { state = 'ok' } = snapshot.engine?.probes.ping ?? {};
  return mystery === undefined || state === 'ok' ? mystery : `${mystery}: ${engineRemedy(state)}`;
}

function incompleteReadings(snapshot: Snapshot, diagnosis: Diagnosis): readonly Unseen[] {
  const told = new Set<string>();
  return Object.entries(readingsOf(snapshot, diagnosis)).flatMap(([part, readings]) => {
    const problems = readings.filter((reading) => !isComplete(reading)).map((reading) => problemOf(reading) ?? '');
    const fresh = [...new Set(problems)].filter((problem) => !told.has(problem));
    for (const problem of fresh) told.add(problem);
    return asParts(part, fresh);
  });
}

/** The readings that findings stand on. */
function readingsOf(
  { host, engine }: Snapshot,
  { risk }: Diagnosis,
): Readonly<Record<string, readonly Reading<unknown>[]>> {
  const daemons = Object.values(host.daemons).flatMap(({ process }) =>
    process.kind === 'ok'
      ? [process, process.value.openFds, process.value.maxFds, process.value.threadTimes]
      : [process],
  );
  const pool = engine?.info.kind === 'ok' ? [engine.info.value.pool] : [];
  return {
    processes: [host.processes, host.processLimits, host.containers],
    daemon: daemons,
    mounts: [host.mounts, host.containerRoots, host.mountNamespaces],
    engine: engine === undefined ? [] : [engine.info, engine.containers, ...pool],
    host: [host.loadAverage, host.memory, host.kernelStat],
    // a host that nobody judges by advisories misses nothing
    advisories: risk === undefined ? [] : readingsOfFacts(host),
  };
}

const asParts = (part: string, problems: readonly string[]): readonly Unseen[] =>
  problems.length === 0 ? [] : [{ part, reason: problems.join('; ') }];
