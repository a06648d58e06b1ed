import type { VersionRange } from '../model/advisory.ts';
import type { Scheme } from '../versions/scheme.ts';

/** A bound of a range, parsed, with its text. */
export interface Bound<V> {
  readonly version: V;
  readonly text: string;
}

/** A range with its bounds parsed; the words that stand in for versions stay words. */
export interface Bounds<V> {
  readonly appliesFrom: Bound<V> | undefined;
  readonly appliesBelow: Bound<V> | undefined;
  readonly lastClean: Bound<V> | 'unknown' | undefined;
  readonly firstAffected: Bound<V> | 'any' | 'unknown';
  readonly lastAffected: Bound<V> | undefined;
  readonly firstFixed: Bound<V> | 'never' | 'unknown';
}

/** True for a version, false for a word or nothing. */
export const isBound = <V>(bound: Bound<V> | string | undefined): bound is Bound<V> => typeof bound === 'object';

/** The range with its bounds parsed, or the text of the first one that is no version. */
export function boundsOf<V>(scheme: Scheme<V>, range: VersionRange): Bounds<V> | string {
  let bad: string | undefined;
  const parsed = (text: string): Bound<V> => {
    const version = scheme.parse(text);
    if (version === undefined) bad ??= text;
    return { version: version as V, text };
  };
  const optional = (text: string | undefined) => (text === undefined ? undefined : parsed(text));
  const { last_clean, first_affected, first_fixed } = range;
  const bounds: Bounds<V> = {
    appliesFrom: optional(range.applies_from),
    appliesBelow: optional(range.applies_below),
    lastClean: last_clean === 'unknown' ? last_clean : optional(last_clean),
    firstAffected: first_affected === 'any' || first_affected === 'unknown' ? first_affected : parsed(first_affected),
    lastAffected: optional(range.last_affected),
    firstFixed: first_fixed === 'never' || first_fixed === 'unknown' ? first_fixed : parsed(first_fixed),
  };
  return bad ?? bounds;
}
