import type { Scheme } from './scheme.ts';
import { compareThreeNumbers, isPreReleaseOf, parseNumbered, type ThreeNumbers } from './three-numbers.ts';

/**
 * Versions of containerd and runc: `v2.0.0`, `1.6.20~ds1` of Debian, `1.0.0-rc94`. No commit hashes, which are all
 * that `docker info` has of them.
 */
export const componentScheme: Scheme<ThreeNumbers> = {
  name: 'version of containerd or runc',
  expected: 'a version such as 1.6.20',
  parse: parseNumbered,
  compare: compareThreeNumbers,
  isPreReleaseOf,
  hasOwnBackports: (version) => version.hasOwnBackports,
};
