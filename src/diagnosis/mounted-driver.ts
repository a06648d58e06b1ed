import type { HostMounts } from '../model/mounts.ts';
import { isComplete, okValue, type Reading } from '../model/reading.ts';

/**
 * The storage driver by what is mounted on the host, named as `docker info` does: undefined unless all root file
 * systems of containers are of one driver. Left-overs of an earlier driver count like any other.
 *
 * A mount of type overlay says by its upper directory whether overlay or overlay2 made it; one that says neither
 * is no root file system to begin with.
 */
export function mountedDriver(reading: Reading<HostMounts>): string | undefined {
  const mounts = okValue(reading);
  if (mounts === undefined || !isComplete(reading)) return undefined;
  // a host that is itself a container has a root file system of somebody else's driver
  const roots = mounts.roots.filter(({ key }) => key !== mounts.ownRoot);
  const drivers = new Set(roots.map(({ driver }) => driver));
  return drivers.size === 1 ? [...drivers][0] : undefined;
}
