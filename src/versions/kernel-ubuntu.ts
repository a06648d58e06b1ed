import type { KernelIdentity } from './kernel-identity.ts';

/**
 * Series, ABI, flavour. The series ends with 0 since 3.0, because Ubuntu does not show the stable level. An ABI has
 * up to five digits and no zero in front, unlike what stands there in mainline builds (`-041303-`) and Pop!_OS.
 */
const ubuntuRelease = /^(\d{1,2}\.\d{1,3}\.0|2\.6\.\d{1,2})-(0|[1-9]\d{0,4})-([a-z][a-z0-9-]*)$/;

/** `#115-Ubuntu`, `#39~14.04.1-Ubuntu`. */
const ubuntuUpload = /^#(\d{1,9})(?:[~+][\w.~+-]*)?-Ubuntu(?:\s|$)/;

/** Mainline builds, daily ones included, and Pop!_OS number by the time: `#201709140432`, `#38~1592497129~20.04~9a1ea2e-Ubuntu`. */
const numberedByTime = /^#(?:20\d{10}|\d{1,9}~\d{10}~)/;

/** First words of the flavours that are taken for Ubuntu's without `uname -v`; nobody else uses them. */
const flavours = new Set([
  'generic',
  'lowlatency',
  'virtual',
  'server',
  'aws',
  'azure',
  'gcp',
  'gke',
  'gkeop',
  'oracle',
  'ibm',
  'kvm',
  'oem',
  'fips',
  'hwe',
  'ec2',
  'raspi',
  'raspi2',
  'snapdragon',
  'intel',
  'nvidia',
  'bluefield',
  'realtime',
]);

/**
 * An Ubuntu kernel, or undefined.
 *
 * @example `3.13.0-72-generic`, `#115-Ubuntu SMP Thu Dec 3 17:32:44 UTC 2015`
 */
export function identifyUbuntu(release: string, build: string | undefined): KernelIdentity | undefined {
  const [, series, abi, flavour] = ubuntuRelease.exec(release) ?? [];
  if (series === undefined || abi === undefined || flavour === undefined) return undefined;
  if (numberedByTime.test(build ?? '')) return undefined;
  const upload = ubuntuUpload.exec(build ?? '')?.[1];
  if (upload === undefined && !flavours.has(flavour.split('-', 1)[0] ?? '')) return undefined;
  return {
    family: 'ubuntu',
    upstream: { version: series, isExact: false },
    ubuntu: { series, abi: upload === undefined ? abi : `${abi}.${upload}`, flavour },
    hasOwnBackports: false,
  };
}
