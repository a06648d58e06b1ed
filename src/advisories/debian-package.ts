import type { VersionRange } from '../model/advisory.ts';
import { debianScheme } from '../versions/debian.ts';
import { judgeVersion, type RangeVerdict } from './ranges.ts';

/**
 * Judges a version of a Debian package. A backport, `3.16.7-ckt11-1+deb8u6~bpo70+1`, sorts before the
 * version it was built from; where that makes a difference, either may be meant, so it is possible.
 */
export function judgeDebianPackage(text: string, ranges: readonly VersionRange[]): RangeVerdict {
  const judged = judgeText(text, ranges);
  const original = text.replace(/~bpo.*$/, '');
  if (original === text) return judged;
  return judgeText(original, ranges).verdict === judged.verdict
    ? judged
    : { verdict: 'possible', prose: `${judged.prose}, but this is a backport of ${original}` };
}

function judgeText(text: string, ranges: readonly VersionRange[]): RangeVerdict {
  const version = debianScheme.parse(text);
  return version === undefined
    ? { verdict: 'unknown', prose: `not understood, expected ${debianScheme.expected}` }
    : judgeVersion(debianScheme, version, ranges);
}
