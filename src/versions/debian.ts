import { compareDigits } from './numbers.ts';
import { longestVersion, type Scheme } from './scheme.ts';

/** `[epoch:]upstream[-revision]`, deb-version(7). */
export interface DebianVersion {
  readonly epoch: number;
  readonly upstream: string;
  /** Empty when there is none, which sorts as `0` does. */
  readonly revision: string;
}

/** Versions of Debian packages in the order of `dpkg --compare-versions`: `3.16.7-ckt20-1+deb8u4`. */
export const debianScheme: Scheme<DebianVersion> = {
  name: 'Debian package version',
  expected: 'a Debian package version such as 3.16.7-ckt20-1+deb8u4',
  parse: parseDebian,
  compare: (a, b) => a.epoch - b.epoch || comparePart(a.upstream, b.upstream) || comparePart(a.revision, b.revision),
  isPreReleaseOf: (version, release) => {
    const base = releaseOf(version.upstream);
    return base !== undefined && version.epoch === release.epoch && comparePart(base, release.upstream) === 0;
  },
  // The revision counts the backports.
  hasOwnBackports: () => false,
};

function parseDebian(text: string): DebianVersion | undefined {
  if (text.length > longestVersion) return undefined;
  const [, epoch, rest = ''] = /^(?:(\d{1,9}):)?(\d[\w.+~:-]*)$/.exec(text) ?? [];
  if (rest === '' || rest.includes('_') || (epoch === undefined && rest.includes(':'))) return undefined;
  const dash = rest.lastIndexOf('-');
  const upstream = dash < 0 ? rest : rest.slice(0, dash);
  const revision = dash < 0 ? '' : rest.slice(dash + 1);
  if (dash >= 0 && (revision === '' || revision.includes(':'))) return undefined;
  return { epoch: Number(epoch ?? 0), upstream, revision };
}

/** `4.3` of `4.3~rc5`. Other marks behind a tilde (`~bpo8`, `~exp1`, `~ds1`) are no pre-releases of upstream. */
function releaseOf(upstream: string): string | undefined {
  return /^([^~]+)~(?:rc|pre|alpha|beta)/.exec(upstream)?.[1];
}

/** Runs of other characters and of digits by turns; either may be empty. */
function comparePart(a: string, b: string): number {
  const left = runsOf(a);
  const right = runsOf(b);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const { other, digits } = left[at] ?? noRun;
    const against = right[at] ?? noRun;
    const order = compareOther(other, against.other) || compareDigits(digits, against.digits);
    if (order !== 0) return order;
  }
  return 0;
}

const noRun = { other: '', digits: '' };

function runsOf(part: string): { readonly other: string; readonly digits: string }[] {
  return [...part.matchAll(/(\D*)(\d*)/g)].map(([, other = '', digits = '']) => ({ other, digits }));
}

function compareOther(a: string, b: string): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = weight(a[at]) - weight(b[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A tilde sorts before the end, letters behind it, all else behind letters. */
function weight(character: string | undefined): number {
  if (character === undefined) return 0;
  if (character === '~') return -1;
  return /[A-Za-z]/.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256;
}
