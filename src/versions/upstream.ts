import { compareNumbers } from './numbers.ts';
import { longestVersion, type Scheme } from './scheme.ts';

/** A version of the kernel as kernel.org counts. */
export interface UpstreamVersion {
  readonly numbers: readonly number[];
  /** 7 of 4.3-rc7. */
  readonly candidate: number | undefined;
}

/** Versions of Linux: `4.1.13`, `4.13` (the same as `4.13.0`), `4.3-rc7`, `2.6.32.61`. */
export const upstreamScheme: Scheme<UpstreamVersion> = {
  name: 'kernel version',
  expected: 'a kernel version such as 4.1.13 or 4.3-rc7',
  parse: parseUpstream,
  compare: (a, b) => compareNumbers(a.numbers, b.numbers) || candidateOrder(a.candidate) - candidateOrder(b.candidate),
  isPreReleaseOf: (version, release) =>
    version.candidate !== undefined &&
    release.candidate === undefined &&
    compareNumbers(version.numbers, release.numbers) === 0,
  hasOwnBackports: () => false,
};

function parseUpstream(text: string): UpstreamVersion | undefined {
  if (text.length > longestVersion) return undefined;
  const [, dotted, candidate] = /^(\d{1,9}(?:\.\d{1,9}){1,3})(?:-rc(\d{1,9}))?$/.exec(text) ?? [];
  if (dotted === undefined) return undefined;
  return {
    numbers: dotted.split('.').map(Number),
    candidate: candidate === undefined ? undefined : Number(candidate),
  };
}

/** The release comes after all of its candidates. No infinity: two of them have no difference. */
const candidateOrder = (candidate: number | undefined): number => candidate ?? Number.MAX_SAFE_INTEGER;
