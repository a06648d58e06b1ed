import type { Random } from '../../support/random.ts';

/** Gives pids that rise, with gaps, and are not among those taken. */
export type PidAllocator = () => number;

const firstFree = 3;
const widestGap = 8;

export function pidAllocator(random: Random, taken: readonly number[]): PidAllocator {
  const skipped = new Set(taken);
  let last = firstFree - 1;
  return () => {
    do last += 1 + random.below(widestGap);
    while (skipped.has(last));
    return last;
  };
}
