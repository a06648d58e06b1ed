import type { Advisory, Condition, VersionRange } from '../../src/model/advisory.ts';

/** Whether it is known with which version it began: `yes`, `no`, or empty where it goes by no version. */
export function lowerBoundKnown({ exposed, possible }: Advisory): string {
  const ranges = [exposed, ...(possible === undefined ? [] : [possible])].flatMap(rangesIn);
  if (ranges.length === 0) return '';
  return ranges.some((range) => range.first_affected === 'unknown' || range.last_clean === 'unknown') ? 'no' : 'yes';
}

function rangesIn(condition: Condition): readonly VersionRange[] {
  if ('all' in condition) return condition.all.flatMap(rangesIn);
  if ('any' in condition) return condition.any.flatMap(rangesIn);
  if ('engine' in condition) return condition.engine;
  if ('containerd' in condition) return condition.containerd;
  if ('runc' in condition) return condition.runc;
  if (!('kernel' in condition)) return [];
  return condition.kernel.first_of.flatMap(({ ranges, and }) => [
    ...ranges,
    ...(and === undefined ? [] : rangesIn(and)),
  ]);
}
