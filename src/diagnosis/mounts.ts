import type { ContainerRoots } from '../model/containers.ts';
import type { MountDiagnosis } from '../model/diagnosis.ts';
import type { HostMounts } from '../model/mounts.ts';

/**
 * Tells the container root file systems that live processes have as their root from those that linger.
 * What is mounted decides, never where: a bind mount of a live container's root is live.
 */
export function diagnoseMounts(mounts: HostMounts, containerRoots: ContainerRoots): MountDiagnosis {
  const live = new Set([...containerRoots.roots.values()].map(({ key }) => key));
  const byDriver = new Map<string, { live: number; lingering: number }>();
  for (const { driver, key } of mounts.roots) {
    const counts = byDriver.get(driver) ?? { live: 0, lingering: 0 };
    counts[live.has(key) ? 'live' : 'lingering'] += 1;
    byDriver.set(driver, counts);
  }
  return { byDriver };
}
