import type { VersionRange } from '../model/advisory.ts';
import { ubuntuScheme } from '../versions/ubuntu.ts';
import { agreed } from './kernel-levels.ts';
import { judgeText, type RangeVerdict } from './ranges.ts';

/**
 * Judges a kernel of Ubuntu by ABI and upload. Without `uname -v` the upload is not known: then each one next to
 * a bound of the same ABI is judged, and they have to agree.
 */
export function judgeUbuntu(abi: string, ranges: readonly VersionRange[]): RangeVerdict {
  const judged = possibleVersions(abi, ranges).map((text) => judgeText(ubuntuScheme, text, ranges));
  return agreed(judged, 'its upload (the number in uname -v) is not known') ?? judgeText(ubuntuScheme, abi, ranges);
}

function possibleVersions(abi: string, ranges: readonly VersionRange[]): readonly string[] {
  const uploads = ranges
    .flatMap((range) => Object.values(range) as readonly string[])
    .flatMap((bound) => (bound.startsWith(`${abi}.`) ? [Number(bound.slice(abi.length + 1))] : []))
    .flatMap((upload) => [Math.max(0, upload - 1), upload, upload + 1]);
  return uploads.length === 0 || abi.includes('.') ? [abi] : uploads.map((upload) => `${abi}.${upload}`);
}
