import type { Verdict, VersionRange } from '../model/advisory.ts';
import type { Scheme } from '../versions/scheme.ts';
import { notUnderstood } from './fact.ts';
import { type Outcome, outcome } from './outcome.ts';
import { quote, shown } from './quote.ts';
import { type Bounds, boundsOf, isBound } from './range-bounds.ts';
import { clearProse, struckProse } from './range-prose.ts';

/** A verdict, and the bounds that brought it about, in words that follow on the name of the version. */
export interface RangeVerdict {
  readonly verdict: Verdict;
  readonly prose: string;
}

/**
 * Judges a version by ranges; the worst of what they say counts. `subject` is what the version is of, for
 * the sentence: `Engine 1.9.1: affected from 1.8.0, fixed in 1.10.0`.
 */
export function judgeRanges<V>(
  scheme: Scheme<V>,
  text: string,
  ranges: readonly VersionRange[],
  subject: string = scheme.name,
): Outcome {
  const version = scheme.parse(text);
  if (version === undefined) return notUnderstood(subject, text, scheme.expected);
  const { verdict, prose } = judgeVersion(scheme, version, ranges);
  return outcome(verdict, `${subject} ${shown(text)}: ${prose}`);
}

/** As {@link judgeRanges}, for a version that is parsed already. */
export function judgeVersion<V>(scheme: Scheme<V>, version: V, ranges: readonly VersionRange[]): RangeVerdict {
  const known = ranges.map((range) => boundsOf(scheme, range));
  const bad = known.find((bounds) => typeof bounds === 'string');
  if (bad !== undefined) return { verdict: 'unknown', prose: `the bound ${quote(bad)} is no version` };
  const bounds = known.filter((each) => typeof each !== 'string');
  const judged = bounds.map((each) => judgeRange(scheme, version, each));
  const verdict = (['exposed', 'possible'] as const).find((each) => judged.includes(each));
  if (verdict === undefined) return { verdict: 'clear', prose: clearProse(scheme, version, bounds) };
  const prose = struckProse(
    scheme,
    version,
    bounds.filter((_, place) => judged[place] === verdict),
  );
  return verdict === 'exposed' && scheme.hasOwnBackports(version)
    ? { verdict: 'possible', prose: `${prose}, but this build carries fixes of its own` }
    : { verdict, prose };
}

/** As {@link judgeVersion}, for a text that is expected to be a version. */
export function judgeText<V>(scheme: Scheme<V>, text: string, ranges: readonly VersionRange[]): RangeVerdict {
  const version = scheme.parse(text);
  return version === undefined
    ? { verdict: 'unknown', prose: `not understood, expected ${scheme.expected}` }
    : judgeVersion(scheme, version, ranges);
}

function judgeRange<V>(scheme: Scheme<V>, version: V, bounds: Bounds<V>): 'exposed' | 'possible' | 'clear' {
  const isFrom = (bound: V) => scheme.compare(version, bound) >= 0;
  if (isOutside(bounds, isFrom)) return 'clear';
  if (bounds.firstAffected === 'unknown') return isUpToLastClean(scheme, version, bounds) ? 'clear' : 'possible';
  if (bounds.firstAffected !== 'any' && !isFrom(bounds.firstAffected.version))
    return judgeBefore(scheme, version, bounds);
  const { lastAffected } = bounds;
  return lastAffected === undefined || scheme.compare(version, lastAffected.version) <= 0 ? 'exposed' : 'possible';
}

/** Fixed, or another range's. */
function isOutside<V>({ firstFixed, appliesFrom, appliesBelow }: Bounds<V>, isFrom: (bound: V) => boolean): boolean {
  if (isBound(firstFixed) && isFrom(firstFixed.version)) return true;
  if (appliesFrom !== undefined && !isFrom(appliesFrom.version)) return true;
  return appliesBelow !== undefined && isFrom(appliesBelow.version);
}

/** A version below the first one that is known to be struck. */
function judgeBefore<V>(scheme: Scheme<V>, version: V, bounds: Bounds<V>): 'possible' | 'clear' {
  const { lastClean, firstAffected } = bounds;
  if (lastClean !== undefined) return isUpToLastClean(scheme, version, bounds) ? 'clear' : 'possible';
  // What came into a release came in with one of its pre-releases, and nobody says with which.
  return isBound(firstAffected) && scheme.isPreReleaseOf(version, firstAffected.version) ? 'possible' : 'clear';
}

const isUpToLastClean = <V>(scheme: Scheme<V>, version: V, { lastClean }: Bounds<V>): boolean =>
  isBound(lastClean) && scheme.compare(version, lastClean.version) <= 0;
