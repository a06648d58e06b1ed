import { debianScheme } from './debian.ts';
import type { KernelIdentity, KernelUpstream } from './kernel-identity.ts';
import { upstreamOf } from './kernel-upstream.ts';

/**
 * `Debian 3.16.7-ckt20-1+deb8u4 (2016-02-29)`. The kernel cuts `uname -v` at 64 characters, which may take the end
 * of the date; a package version that is cut has no parenthesis behind it.
 */
const packageAndDate = /(?:^|\s)Debian (\S+) \((?:\d{4}-\d\d-\d\d\)|[\d-]*$)/;

/** Debian's architectures and boards, as they stand at the end of `uname -r`. */
const boards = [
  'amd64',
  'arm64(?:-16k)?',
  '[3-6]86(?:-pae|-bigmem)?',
  'armmp(?:-lpae)?',
  'marvell|rpi|kirkwood|orion5x|versatile|ixp4xx|iop32x',
  'powerpc(?:64)?(?:le)?(?:-smp)?',
  's390x|riscv64|sparc64(?:-smp)?|itanium|mckinley',
  '[45]kc-malta|octeon|loongson-[23]|mips(?:32|64)r\\d(?:el)?',
];
const flavour = `(?:(?:cloud|rt|openvz|vserver|xen)-)?(?:${boards.join('|')})(?:-unsigned)?`;

/** `3.16.0-4-amd64`, `4.3.0-0.bpo.1-amd64`, `6.1.0-0.deb11.5-amd64`, `5.10.0-trunk-amd64`. */
const releaseWithAbi = new RegExp(
  `^(\\d{1,2}\\.\\d{1,3}\\.\\d{1,2})-(?:\\d{1,4}|0\\.(?:bpo|deb\\d+)\\.\\d+|trunk|kali\\d+)-${flavour}$`,
);

/** Since Debian 13 the release has the upstream version: `6.12.8+deb13-amd64`, `6.12.9+bpo-amd64`, `6.11.2-amd64`. */
const releaseWithVersion = new RegExp(`^(\\d{1,2}\\.\\d{1,3}\\.\\d{1,4})(?:\\+(?:deb|bpo|kali)[\\d.]*)?-${flavour}$`);

/**
 * A Debian kernel, or undefined.
 *
 * @example `3.16.0-4-amd64`, `#1 SMP Debian 3.16.7-ckt20-1+deb8u4 (2016-02-29)`
 */
export function identifyDebian(release: string, build: string | undefined): KernelIdentity | undefined {
  const packageVersion = packageOf(release, build);
  const upstream = packageVersion === undefined ? upstreamOfRelease(release) : upstreamOfPackage(packageVersion);
  if (upstream === undefined) return undefined;
  const debian = { series: seriesOf(upstream.version), package: packageVersion };
  return { family: 'debian', upstream, debian, hasOwnBackports: false };
}

/** Debian's own kernels have no epoch (Raspberry Pi OS gives its rebuilds one), and are of the series that they say. */
function packageOf(release: string, build: string | undefined): string | undefined {
  const text = packageAndDate.exec(build ?? '')?.[1];
  if (text === undefined || debianScheme.parse(text) === undefined) return undefined;
  const running = upstreamOf(release);
  const version = upstreamOfPackage(text)?.version;
  if (running === undefined || version === undefined) return undefined;
  return seriesOf(running) === seriesOf(version) ? text : undefined;
}

/** Undefined where an epoch stands in front. */
function upstreamOfPackage(text: string): KernelUpstream | undefined {
  const [, version, candidate] = /^(\d{1,2}(?:\.\d{1,4}){1,2})(?:~rc(\d{1,3}))?(?![\d.])/.exec(text) ?? [];
  if (version === undefined) return undefined;
  if (candidate !== undefined) return { version: `${version}-rc${candidate}`, isExact: true };
  // Canonical's extended stable (-ckt) goes on above the number, and Debian 6 kept 2.6.32 at any stable level.
  return { version, isExact: !version.startsWith('2.6.') && !text.includes('-ckt') };
}

function upstreamOfRelease(release: string): KernelUpstream | undefined {
  const exact = releaseWithVersion.exec(release)?.[1];
  if (exact !== undefined) return { version: exact, isExact: true };
  const lowest = releaseWithAbi.exec(release)?.[1];
  return lowest === undefined ? undefined : { version: lowest, isExact: false };
}

/** `3.16` of `3.16.7`, `4.3` of `4.3-rc5`; `2.6.32`, when the third number still was the series. */
function seriesOf(version: string): string {
  return /^(?:2\.6\.\d+|\d+\.\d+)/.exec(version)?.[0] ?? version;
}
