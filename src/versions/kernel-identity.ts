import { identifyDebian } from './kernel-debian.ts';
import { identifyUbuntu } from './kernel-ubuntu.ts';
import { upstreamOf } from './kernel-upstream.ts';
import { identifyEl7, trustOf } from './kernel-vendors.ts';
import { longestVersion } from './scheme.ts';

/** Whose kernel it is, and by which numbers it can be compared. */
export interface KernelIdentity {
  readonly family: 'ubuntu' | 'debian' | 'el7' | 'other';
  readonly upstream: KernelUpstream;
  readonly ubuntu?: {
    /** `3.13.0`. */
    readonly series: string;
    /** For `ubuntuScheme`: `72.115`, or `72` where `uname -v` does not tell the upload. */
    readonly abi: string;
    /** `generic`. ABI numbers of different flavours have nothing to do with each other. */
    readonly flavour: string;
  };
  readonly debian?: {
    /** `3.16`. */
    readonly series: string;
    /** For `debianScheme`: `3.16.7-ckt20-1+deb8u4`. Undefined where `uname -v` does not tell it. */
    readonly package: string | undefined;
  };
  readonly el7?: {
    /** For `rpmScheme`: `1062.4.1`. */
    readonly release: string;
  };
  /** A vendor’s kernel with fixes of its own below an upstream number that misleads: Red Hat, Oracle, Amazon, SUSE. */
  readonly hasOwnBackports: boolean;
}

export interface KernelUpstream {
  /** For `upstreamScheme`: `4.1.13` or `4.3-rc7`. */
  readonly version: string;
  /** False: only the series is to be seen, and `version` is the lowest that it may be (`5.3.0` of Ubuntu). */
  readonly isExact: boolean;
}

/**
 * Tells whose kernel it is by what `uname -r` and `uname -v` print (`version`, undefined where it is not known).
 * Undefined when `release` is none of Linux. A `version` that makes no sense is as good as none.
 *
 * @example `3.13.0-72-generic`, `#115-Ubuntu SMP Thu Dec 3 17:32:44 UTC 2015`
 * @example `3.16.0-4-amd64`, `#1 SMP Debian 3.16.7-ckt20-1+deb8u4 (2016-02-29)`
 */
export function identifyKernel(release: string, version: string | undefined): KernelIdentity | undefined {
  if (release.length > longestVersion || !/^[!-~]+$/.test(release)) return undefined;
  const build = version !== undefined && version.length <= longestVersion ? version : undefined;
  return (
    identifyUbuntu(release, build) ?? identifyDebian(release, build) ?? identifyEl7(release) ?? identifyOther(release)
  );
}

function identifyOther(release: string): KernelIdentity | undefined {
  const version = upstreamOf(release);
  if (version === undefined) return undefined;
  const { isExact, hasOwnBackports } = trustOf(release, version);
  return { family: 'other', upstream: { version, isExact }, hasOwnBackports };
}
