import type { AufsEntry, VersionRange } from '../../src/model/advisory.ts';
import { code } from './markdown.ts';

/** What the versions of a range are: struck by the fault, or just those that a condition asks for. */
export type Sense = 'affected' | 'asked for';

/** `clean up to 71, affected from 72, fixed in 78`; of versions that are only asked for `from 72 to below 78`. */
export const rangesText = (ranges: readonly VersionRange[], sense: Sense): string =>
  ranges.map((range) => (isEvery(range) ? 'every version' : rangeText(range, sense))).join('; ');

const isEvery = (range: VersionRange): boolean =>
  range.first_affected === 'any' && range.first_fixed === 'never' && Object.keys(range).length === 2;

const rangeText = (range: VersionRange, sense: Sense): string =>
  sense === 'affected' || [range.first_affected, range.first_fixed, range.last_clean].includes('unknown')
    ? [...scope(range), ...clean(range), start(range), ...last(range), fix(range)].join(', ')
    : [...scope(range), askedFor(range)].join(', ');

function askedFor({ first_affected: first, first_fixed: end }: VersionRange): string {
  if (first === 'any') return `below ${code(end)}`;
  return end === 'never' ? `from ${code(first)} on` : `from ${code(first)} to below ${code(end)}`;
}

function scope({ applies_from: from, applies_below: below }: VersionRange): readonly string[] {
  if (from === undefined) return below === undefined ? [] : [`of those below ${code(below)}`];
  return [
    below === undefined ? `of those from ${code(from)} on` : `of those from ${code(from)} to below ${code(below)}`,
  ];
}

function clean({ last_clean: version }: VersionRange): readonly string[] {
  if (version === undefined) return [];
  return [version === 'unknown' ? 'last clean one not known' : `clean up to ${code(version)}`];
}

function start({ first_affected: version }: VersionRange): string {
  if (version === 'any') return 'affected from the first one on';
  return version === 'unknown' ? 'first affected one not known' : `affected from ${code(version)}`;
}

const last = ({ last_affected: version }: VersionRange): readonly string[] =>
  version === undefined ? [] : [`known to be affected up to ${code(version)}`];

function fix({ first_fixed: version }: VersionRange): string {
  if (version === 'never') return 'never fixed';
  return version === 'unknown' ? 'first fixed one not known' : `fixed in ${code(version)}`;
}

/** `branches 4.10, 4.11: fixed in 20180212`. */
export function aufsText({ branches, from_branch: from, first_fixed: fixed }: AufsEntry): string {
  const which =
    from === undefined
      ? `${branches?.length === 1 ? 'branch' : 'branches'} ${(branches ?? []).map(code).join(', ')}`
      : `branch ${code(from)} and those for newer kernels`;
  return `${which}: ${fixed === 'never' ? 'never fixed' : `fixed in ${code(fixed)}`}`;
}
