import type { MountDiagnosis } from '../model/diagnosis.ts';
import type { HostView } from '../model/host.ts';
import type { HostRootMount } from '../model/mounts.ts';
import { isComplete, okValue } from '../model/reading.ts';

/** A container root file system in the host's mount namespace. */
export interface JudgedMount extends HostRootMount {
  /** No live process has it as its root, and it is not that of a ghost. */
  readonly isLingering: boolean;
}

/**
 * Tells the container root file systems that live processes have as their root from those that linger.
 * What is mounted decides, never where: a bind mount of a live container's root is live. The root of a ghost
 * is kept by an Engine that believes it alive: it goes with the ghost, and is no fault of its own. `undefined`
 * when it is not known what is mounted, or who lives.
 */
export function judgeMounts(
  host: HostView,
  isOfGhost: (key: string) => boolean = () => false,
): readonly JudgedMount[] | undefined {
  const mounts = okValue(host.mounts);
  if (mounts === undefined) return undefined;
  if (mounts.roots.length === 0) return [];
  const { containerRoots, containers, processes } = host;
  // a container that could not be looked into would make its mount look abandoned
  if (containerRoots.kind !== 'ok' || ![containerRoots, containers, processes].every(isComplete)) return undefined;
  const live = new Set([...containerRoots.value.roots.values()].map(({ key }) => key));
  const judged = mounts.roots.map((mount) => ({
    ...mount,
    isLingering: !live.has(mount.key) && !isOfGhost(mount.key),
  }));
  return hasUnknownRoots(host) && judged.some(({ isLingering }) => isLingering) ? undefined : judged;
}

/** A container lives and does not tell its root: a mount that nobody seems to have may be its own. */
export const hasUnknownRoots = ({ containerRoots }: HostView): boolean => (okValue(containerRoots)?.unknown ?? 0) > 0;

export function countMounts(mounts: readonly JudgedMount[]): MountDiagnosis {
  const byDriver = new Map<string, { live: number; lingering: number }>();
  for (const { driver, isLingering } of mounts) {
    const counts = byDriver.get(driver) ?? { live: 0, lingering: 0 };
    counts[isLingering ? 'lingering' : 'live'] += 1;
    byDriver.set(driver, counts);
  }
  return { byDriver };
}
