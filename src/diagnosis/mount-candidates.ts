import type { Ages } from './ages.ts';
import type { Candidate } from './candidates.ts';
import { type LeakedMount, leakKey } from './leaks.ts';
import type { JudgedMount } from './mounts.ts';

/** Mounts that linger on the host. */
export function lingeringCandidates(
  mounts: readonly JudgedMount[],
  ownerOf: (key: string) => string | undefined,
  ages: Ages,
): readonly Candidate[] {
  return mounts
    .filter(({ isLingering }) => isLingering)
    .map(({ key, mountPoint }) => ({
      kind: 'lingering_mount',
      container: ownerOf(key),
      process: '',
      count: 1,
      seen: ages.see('lingering_mount', key),
      place: mountPoint,
    }));
}

/** Who holds leaked mounts: one candidate for each of them, so that each has its age. */
export function holderCandidates(
  leaks: readonly LeakedMount[],
  containerOfPid: ReadonlyMap<number, string>,
  ages: Ages,
): readonly Candidate[] {
  return leaks.map(({ key, mountPoint, namespace }) => ({
    kind: 'mount_holder',
    container: containerOfPid.get(namespace.holder.pid),
    process: namespace.holder.comm,
    count: 1,
    seen: ages.see('mount_holder', leakKey(namespace.id, key)),
    pid: namespace.holder.pid,
    place: mountPoint,
  }));
}
