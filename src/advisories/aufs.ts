import type { AufsEntry } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import { isBranchFrom, parseAufs } from '../versions/aufs.ts';
import { notUnderstood, withFact } from './fact.ts';
import { holds, type Outcome, outcome } from './outcome.ts';
import { shown } from './quote.ts';

/** Judges the version of AUFS: the first entry that has its branch decides. */
export const judgeAufs = (entries: readonly AufsEntry[], { aufsVersion }: HostFacts): Outcome =>
  withFact('aufs version', aufsVersion, (text) => {
    const version = parseAufs(text);
    if (version === undefined) return notUnderstood('aufs version', text, 'a version such as 4.1.13+-20160111');
    const subject = `aufs ${shown(text)}`;
    const entry = entries.find((each) => hasBranch(each, version.branch));
    if (entry === undefined) return outcome('unknown', `${subject}: nothing is known about branch ${version.branch}`);
    return judgeDate(subject, entry, version);
  });

function judgeDate(
  subject: string,
  entry: AufsEntry,
  { branch, date }: { readonly branch: string; readonly date: string | undefined },
): Outcome {
  const fix = `${subject}: ${fixProse(entry, branch)}`;
  // between two releases the version has no date: then it is the source of some day
  if (date === undefined) return outcome('unknown', `${fix}, but without a date this is no release`);
  return holds(entry.first_fixed === 'never' || date < entry.first_fixed, fix);
}

function fixProse({ from_branch: from, first_fixed: fix }: AufsEntry, branch: string): string {
  if (fix === 'never') return `branch ${branch} never got the fix`;
  return from === undefined
    ? `branch ${branch} got the fix on ${fix}`
    : `all releases of branch ${from} and later have the fix, and are of ${fix} or later`;
}

const hasBranch = ({ branches, from_branch }: AufsEntry, branch: string): boolean =>
  branches?.includes(branch) === true || (from_branch !== undefined && isBranchFrom(branch, from_branch));
