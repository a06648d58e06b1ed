import { type HolderKind, holderKinds, type LeakDiagnosis } from '../model/diagnosis.ts';
import type { HostView } from '../model/host.ts';
import type { HostRootMount } from '../model/mounts.ts';
import type { NamespaceMounts } from '../model/namespaces.ts';
import type { ProcessTable } from '../model/processes.ts';
import { isComplete } from '../model/reading.ts';
import type { Ages } from './ages.ts';
import type { PidSet } from './live-containers.ts';
import { hasUnknownRoots } from './mounts.ts';
import { type KnownDaemons, parentKind } from './zombie-parents.ts';

/** The root file system of a dead container, mounted in a mount namespace that is not the host's. */
export interface LeakedMount extends HostRootMount {
  readonly namespace: NamespaceMounts;
  readonly holder: HolderKind;
}

/**
 * Leaked mounts. One that is mounted on the host as well lingers there: its copies elsewhere go when that
 * one goes, and it is counted there alone. `undefined` when what is alive, or what is mounted, is not known.
 */
export function findLeaks(
  host: HostView,
  inContainer: PidSet,
  daemons: KnownDaemons,
  ages: Pick<Ages, 'knew'>,
): readonly LeakedMount[] | undefined {
  const { mounts, mountNamespaces, containerRoots, processes, containers } = host;
  if (mounts.kind !== 'ok' || mountNamespaces.kind !== 'ok' || processes.kind !== 'ok') return undefined;
  if (![mounts, mountNamespaces, processes, containers, containerRoots].every(isComplete)) return undefined;
  const onHost = new Set(mounts.value.roots.map(({ key }) => key));
  const live = containerRoots.kind === 'ok' ? [...containerRoots.value.roots.values()].map(({ key }) => key) : [];
  const innocent = new Set([...onHost, ...live, mounts.value.ownRoot]);
  const leaks = mountNamespaces.value.namespaces.flatMap((namespace) => {
    const { id, isStale = false, roots } = namespace;
    // what was read a while ago may be gone with its container: it goes on being a leak, but never becomes one
    const isLeaked = (key: string): boolean => !isStale || ages.knew('mount_holder', leakKey(id, key));
    const dead = roots.filter(({ key }) => !innocent.has(key) && isLeaked(key));
    if (dead.length === 0) return [];
    const holder = holderKind(namespace, processes.value, inContainer, daemons);
    return dead.map((root) => ({ ...root, namespace, holder }));
  });
  return leaks.length > 0 && hasUnknownRoots(host) ? undefined : leaks;
}

/** Names a leaked mount for good. */
export const leakKey = (namespace: string, rootKey: string): string => `${namespace} ${rootKey}`;

function holderKind(
  { holder }: NamespaceMounts,
  table: ProcessTable,
  inContainer: PidSet,
  daemons: KnownDaemons,
): HolderKind {
  if (holder.isExporter) return 'exporter';
  const kind = parentKind(table, holder.pid, daemons, inContainer);
  if (kind !== 'host') return kind;
  return holder.service === undefined ? 'other' : 'systemd_service';
}

/** Leaked mounts by driver and by what holds them. */
export function countLeaks(leaks: readonly LeakedMount[]): LeakDiagnosis {
  const byDriver = new Map<string, Record<HolderKind, number>>();
  for (const { driver, holder } of leaks) {
    const counts = byDriver.get(driver) ?? noLeaks();
    counts[holder] += 1;
    byDriver.set(driver, counts);
  }
  return { byDriver };
}

const noLeaks = (): Record<HolderKind, number> =>
  Object.fromEntries(holderKinds.map((kind) => [kind, 0])) as Record<HolderKind, number>;
