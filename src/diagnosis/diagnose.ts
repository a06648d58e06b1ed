import { containerPids } from '../model/containers.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { HostView } from '../model/host.ts';
import { isComplete, okValue } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { diagnoseMounts } from './mounts.ts';
import { countScopes } from './process-scopes.ts';
import { countZombieParents } from './zombie-parents.ts';

/** Everything that follows from a snapshot by judgement alone. Pure. */
export function diagnose({ host }: Snapshot): Diagnosis {
  const table = okValue(host.processes);
  const inContainer = pidsInContainers(host);
  // without the cgroups nobody knows who runs in a container: no judgement instead of a wrong one
  const judged = table !== undefined && inContainer !== undefined ? { table, inContainer } : undefined;
  const daemons = { dockerd: pidOf(host, 'dockerd'), containerd: pidOf(host, 'containerd') };
  return {
    zombieParents: judged && countZombieParents(judged.table, daemons, judged.inContainer),
    scopes: judged && countScopes(judged.table, judged.inContainer),
    mounts: mountDiagnosis(host),
  };
}

function mountDiagnosis(host: HostView): Diagnosis['mounts'] {
  const mounts = okValue(host.mounts);
  if (mounts === undefined) return undefined;
  if (mounts.roots.length === 0) return { byDriver: new Map() };
  const { containerRoots, containers, processes } = host;
  // a container that could not be looked into would make its mount look abandoned
  if (containerRoots.kind !== 'ok' || ![containerRoots, containers, processes].every(isComplete)) return undefined;
  return diagnoseMounts(mounts, containerRoots.value);
}

const pidOf = (host: HostView, name: 'dockerd' | 'containerd'): number | undefined =>
  okValue(host.daemons[name].process)?.pid;

/** Pids of all container processes; a host without cgroups has no containers. */
function pidsInContainers({ containers }: HostView): ReadonlySet<number> | undefined {
  if (containers.kind === 'absent') return new Set();
  return containers.kind === 'ok' ? containerPids(containers.value) : undefined;
}
