import type { KernelIdentity } from './kernel-identity.ts';

/** Number and update of RHEL 7's kernel; nothing may stand between them and the distribution (`lve`, `rt56`). */
const el7Release = /^3\.10\.0-(\d{1,9}(?:\.\d{1,9}){0,8})\.el7(?:[._+][\w.+-]*)?$/;

/** The versions that Red Hat's kernels keep for ten years, by the number of the distribution. */
const redHatVersions: ReadonlyMap<string, string> = new Map([
  ['5', '2.6.18'],
  ['6', '2.6.32'],
  ['7', '3.10.0'],
  ['7a', '4.14.0'],
  ['8', '4.18.0'],
  ['9', '5.14.0'],
  ['10', '6.12.0'],
]);

/** Oracle (UEK), Virtuozzo, CloudLinux, openEuler and Canonical’s extended stable keep to one version as Red Hat does. */
const keepsVersion = /uek|-ckt\d|\.vz\d|\.lve\d|\.oe\d/;

/**
 * Those who follow the stable releases with more on top, and look after what they ship: Amazon, SUSE, Fedora, Proxmox,
 * Arch, Alpine, the Raspberry Pi, Windows' Linux and Docker Desktop.
 */
const addsToVersion =
  /\.amzn\d|-default$|\.fc\d|-pve$|-arch\d|-(?:lts|virt|zen\d.*)$|\+rpt|-v[678]l?\+?$|-v8-16k\+?$|-microsoft-|-linuxkit/;

/** ELRepo builds what kernel.org releases. */
const isElrepo = (release: string): boolean => release.includes('.elrepo');

/**
 * The 3.10.0 of RHEL 7 and CentOS 7, or undefined.
 *
 * @example `3.10.0-1062.4.1.el7.x86_64`
 */
export function identifyEl7(release: string): KernelIdentity | undefined {
  const number = el7Release.exec(release)?.[1];
  if (number === undefined || isElrepo(release)) return undefined;
  return {
    family: 'el7',
    upstream: { version: '3.10.0', isExact: false },
    el7: { release: number },
    hasOwnBackports: true,
  };
}

/** How far `version`, which `release` begins with, can be trusted. */
export function trustOf(
  release: string,
  version: string,
): { readonly isExact: boolean; readonly hasOwnBackports: boolean } {
  if (isElrepo(release)) return { isExact: true, hasOwnBackports: false };
  const distribution = /\.el(\d{1,2}a?)(?![a-z\d])/.exec(release)?.[1];
  const isRedHats = distribution !== undefined && redHatVersions.get(distribution) === version;
  if (isRedHats || keepsVersion.test(release)) return { isExact: false, hasOwnBackports: true };
  return { isExact: true, hasOwnBackports: addsToVersion.test(release) };
}
