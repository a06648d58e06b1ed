import type { KernelEntry } from '../model/advisory.ts';
import type { KernelIdentity } from '../versions/kernel-identity.ts';

/**
 * The entry that decides for a kernel, `other flavour` when Ubuntu's entries know the series of the kernel
 * but not the flavour (each flavour has ABI numbers of its own), nothing when no entry recognises it.
 */
export function entryFor(
  entries: readonly KernelEntry[],
  kernel: KernelIdentity,
): KernelEntry | 'other flavour' | undefined {
  const isOtherFlavour = !entries.some((entry) => isOfUbuntu(entry, kernel) && hasFlavour(entry, kernel));
  for (const entry of entries) {
    if (isOfUbuntu(entry, kernel) && isOtherFlavour) return 'other flavour';
    if (recognises(entry, kernel)) return entry;
  }
  return undefined;
}

function recognises(entry: KernelEntry, kernel: KernelIdentity): boolean {
  if (entry.ubuntu !== undefined) return isOfUbuntu(entry, kernel) && hasFlavour(entry, kernel);
  if (entry.debian !== undefined) return kernel.debian?.series === entry.debian.series;
  if (entry.el7 !== undefined) return kernel.el7 !== undefined;
  const { version } = kernel.upstream;
  return (
    entry.upstream !== undefined && isOfSeries(entry.upstream.series, version) && isFrom(entry.upstream.from, version)
  );
}

const isOfUbuntu = ({ ubuntu }: KernelEntry, kernel: KernelIdentity): boolean =>
  ubuntu !== undefined && kernel.ubuntu?.series === ubuntu.series;

const hasFlavour = ({ ubuntu }: KernelEntry, kernel: KernelIdentity): boolean =>
  kernel.ubuntu !== undefined && ubuntu?.flavours.includes(kernel.ubuntu.flavour) === true;

/** `4.1` has 4.1.13 and 4.1-rc7, and not 4.15.2. */
function isOfSeries(series: readonly string[] | undefined, version: string): boolean {
  if (series === undefined) return true;
  const numbers = version.split(/[.-]/);
  return series.some((each) => each.split('.').every((number, place) => numbers[place] === number));
}

/** `4.3` has 4.3-rc7, 4.3.1 and 4.15.2, and not 4.2.8. */
function isFrom(from: string | undefined, version: string): boolean {
  if (from === undefined) return true;
  const [[major, minor], [fromMajor, fromMinor]] = [seriesOf(version), seriesOf(from)];
  return major > fromMajor || (major === fromMajor && minor >= fromMinor);
}

function seriesOf(version: string): readonly [number, number] {
  const [major, minor] = version.split(/[.-]/);
  return [Number(major), Number(minor)];
}
