import { compareNumbers } from './numbers.ts';
import { longestVersion } from './scheme.ts';

/** Three numbers, perhaps those of a pre-release, and what a distribution hung on to them. */
export interface ThreeNumbers {
  /** Major, minor, patch. */
  readonly numbers: readonly [number, number, number];
  readonly preRelease: PreRelease | undefined;
  readonly hasOwnBackports: boolean;
}

/** `rc` and 94 of `1.0.0-rc94`. */
interface PreRelease {
  readonly stage: number;
  readonly number: number;
}

/** In the order in which they come before a release. */
const stages = ['dev', 'tp', 'alpha', 'beta', 'pre', 'rc'];

/**
 * Reads versions of Docker's family: `17.12.1-ce`, `1.0.0-rc94`, `1.6.20~ds1`, `v2.0.0`. Undefined for anything
 * else, such as the commit hashes that old Engines name. Versions of Docker's own packages are fine, too:
 * `5:20.10.24~3-0~debian-bookworm`, `5:19.03.0~1.3.beta3-0~ubuntu-bionic`.
 */
export function parseThreeNumbers(text: string): ThreeNumbers | undefined {
  if (text.length > longestVersion) return undefined;
  const [, major, minor, patch, rest = ''] =
    /^(?:\d{1,3}:)?v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})((?:[-+~_]|\.[A-Za-z])[\w.+~:-]*)?$/.exec(text) ?? [];
  if (major === undefined) return undefined;
  return {
    numbers: [Number(major), Number(minor), Number(patch)],
    preRelease: preReleaseIn(rest),
    hasOwnBackports: rest.split(/[-+~_.]/).some((word) => vendorMark.test(word)),
  };
}

/** As `parseThreeNumbers`, without 0.0.0: that is the number of builds between two releases. */
export function parseNumbered(text: string): ThreeNumbers | undefined {
  const version = parseThreeNumbers(text);
  return version?.numbers.every((number) => number === 0) ? undefined : version;
}

/**
 * Red Hat (`-rhel`, `.el7`, `-fc23`), Docker's editions for paying customers (`-cs13`, `-ee-1`), Oracle (`-ol`),
 * Rancher (`-k3s1`); and what `git describe` says of a build from later commits (`-621-g7e2cf5e`).
 */
const vendorMark = /^(?:rhel\d*|centos|el\d+[a-z]?|fc\d+|ee|cs\d*|ol\d*|k3s\d*|g[0-9a-f]{7,40})$/;

/** Words behind a plus say what was built, not what comes before what: `1.1.5+dev` is later than 1.1.5. */
function preReleaseIn(rest: string): PreRelease | undefined {
  const words = rest.slice(0, endOf(rest, '+')).split(/[-~_]/);
  for (const word of words) {
    const [, stage, number = '0'] =
      /^(?:\d{1,9}\.){0,3}(dev|tp|alpha|beta|pre|rc)(?:\.?(\d{1,9}))?(?:\.|$)/i.exec(word) ?? [];
    if (stage !== undefined) return { stage: stages.indexOf(stage.toLowerCase()), number: Number(number) };
  }
  return undefined;
}

function endOf(text: string, mark: string): number {
  const at = text.indexOf(mark);
  return at < 0 ? text.length : at;
}

export function compareThreeNumbers(a: ThreeNumbers, b: ThreeNumbers): number {
  return compareNumbers(a.numbers, b.numbers) || comparePreReleases(a.preRelease, b.preRelease);
}

function comparePreReleases(a: PreRelease | undefined, b: PreRelease | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.stage - b.stage || a.number - b.number;
}

export const isPreReleaseOf = (version: ThreeNumbers, release: ThreeNumbers): boolean =>
  version.preRelease !== undefined &&
  release.preRelease === undefined &&
  compareNumbers(version.numbers, release.numbers) === 0;
