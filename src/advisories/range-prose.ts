import type { Scheme } from '../versions/scheme.ts';
import { type Bound, type Bounds, isBound } from './range-bounds.ts';

/** What the ranges that strike a version say, as far as it concerns that version: `affected from 1.8.0, fixed in 1.10.0`. */
export const struckProse = <V>(scheme: Scheme<V>, version: V, ranges: readonly Bounds<V>[]): string =>
  [
    ...new Set(
      ranges.map((range) =>
        [...startProse(scheme, version, range), ...lastProse(scheme, version, range), fixProse(range)].join(', '),
      ),
    ),
  ].join(', or ');

function startProse<V>(scheme: Scheme<V>, version: V, bounds: Bounds<V>): readonly string[] {
  const { firstAffected: first, lastClean: clean } = bounds;
  if (first === 'any') return ['affected from the first version on'];
  const cleanProse = isBound(clean) ? [`the last one known to be free of it is ${clean.text}`] : [];
  if (first === 'unknown') return [...cleanProse, 'the first affected version is not known'];
  if (scheme.compare(version, first.version) >= 0) return [`affected from ${first.text}`];
  if (scheme.isPreReleaseOf(version, first.version))
    return [`affected from ${first.text}, of which this is a pre-release`];
  return clean === 'unknown'
    ? [`affected from ${first.text} at the latest`]
    : [...cleanProse, `affected from ${first.text}`];
}

function lastProse<V>(scheme: Scheme<V>, version: V, { lastAffected: last }: Bounds<V>): readonly string[] {
  const isBeyond = last !== undefined && scheme.compare(version, last.version) > 0;
  return isBeyond ? [`the last one known to be affected is ${last.text}`] : [];
}

function fixProse<V>({ firstFixed: fix, appliesBelow: end }: Bounds<V>): string {
  if (fix === 'never') return end === undefined ? 'no version has the fix' : `up to ${end.text}`;
  return fix === 'unknown' ? 'the first fixed version is not known' : `fixed in ${fix.text}`;
}

/** Why a version is in none of the ranges, by the bound next to it: `fixed in 1.10.0`, `affected only from 1.8.0`. */
export function clearProse<V>(scheme: Scheme<V>, version: V, ranges: readonly Bounds<V>[]): string {
  const isFrom = (bound: Bound<V>) => scheme.compare(version, bound.version) >= 0;
  const ascending = (bounds: readonly (Bound<V> | string | undefined)[]): readonly Bound<V>[] =>
    bounds.filter(isBound<V>).sort((a, b) => scheme.compare(a.version, b.version));
  const fix = ascending(ranges.map(({ firstFixed }) => firstFixed)).findLast(isFrom);
  if (fix !== undefined) return `fixed in ${fix.text}`;
  const start = ascending(ranges.map(({ firstAffected }) => firstAffected)).find((bound) => !isFrom(bound));
  if (start !== undefined) return `affected only from ${start.text}`;
  const clean = ascending(ranges.map(({ lastClean }) => lastClean)).find(
    (bound) => scheme.compare(version, bound.version) <= 0,
  );
  return clean === undefined ? 'not among the affected versions' : `free of it up to ${clean.text}`;
}
