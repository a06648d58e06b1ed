import { compareDigits, compareText } from './numbers.ts';
import { longestVersion, type Scheme } from './scheme.ts';

/** A version or release of an RPM package, without distribution and architecture. */
export interface RpmVersion {
  readonly text: string;
}

/** Releases of RHEL's and CentOS' kernels in the order of `rpmvercmp`: `1062.4.1` of `3.10.0-1062.4.1.el7.x86_64`. */
export const rpmScheme: Scheme<RpmVersion> = {
  name: 'kernel release of RHEL',
  expected: 'a release such as 1062.4.1.el7',
  parse: parseRpm,
  compare: (a, b) => rpmvercmp(a.text, b.text),
  isPreReleaseOf: (version, release) => {
    const tilde = version.text.indexOf('~');
    return tilde > 0 && rpmvercmp(version.text.slice(0, tilde), release.text) === 0;
  },
  // The release counts the backports.
  hasOwnBackports: () => false,
};

const distribution = /\.el\d.*$/;
const architecture = /\.(?:x86_64|i[3-6]86|noarch|aarch64|ppc64(?:le)?|s390x?)$/;

function parseRpm(text: string): RpmVersion | undefined {
  if (text.length > longestVersion || !/^\d[\w.+~^]*$/.test(text)) return undefined;
  return { text: text.replace(distribution, '').replace(architecture, '') };
}

/**
 * The order of RPM (rpm-version(7)): `1.0~rc1` < `1.0` < `1.0^git1` < `1.0a` < `1.0.1`.
 * Separators (`.`, `_`, `+`) only part; which one it is does not matter.
 */
export function rpmvercmp(a: string, b: string): number {
  const left = segmentsOf(a);
  const right = segmentsOf(b);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = compareSegments(left[at], right[at]);
    if (order !== 0) return order;
  }
  return 0;
}

const segmentsOf = (text: string): readonly string[] => text.match(/[~^]|\d+|[A-Za-z]+/g) ?? [];

function compareSegments(a: string | undefined, b: string | undefined): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0 || a === undefined || b === undefined) return difference;
  return /^\d/.test(a) ? compareDigits(a, b) : compareText(a, b);
}

function rank(segment: string | undefined): number {
  if (segment === '~') return 0;
  if (segment === undefined) return 1;
  if (segment === '^') return 2;
  return /^\d/.test(segment) ? 4 : 3;
}
