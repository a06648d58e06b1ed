import type { KernelEntry } from '../model/advisory.ts';
import type { KernelIdentity } from '../versions/kernel-identity.ts';

/** What is known of a kernel: an entry that decides, or why none does. */
export type Selection =
  | { readonly entry: KernelEntry; readonly isOtherFlavour: boolean }
  /** Ubuntu's entries know the series and not the flavour: each flavour has ABI numbers of its own. */
  | 'other flavour'
  /** The release has the form of those that an entry knows, and does not say whose it is. */
  | 'nobody’s'
  | undefined;

/**
 * The entry that decides for a kernel, the first one that recognises it. For flavours of Ubuntu that are not
 * listed an entry by upstream version decides if it asks for more than the kernel.
 */
export function entryFor(entries: readonly KernelEntry[], kernel: KernelIdentity, release: string): Selection {
  const ofSeries = entries.filter((entry) => isOfUbuntu(entry, kernel));
  const isOtherFlavour = ofSeries.length > 0 && !ofSeries.some((entry) => hasFlavour(entry, kernel));
  const entry = entries.find((each) => recognises(each, kernel) && (!isOtherFlavour || each.and !== undefined));
  if (entry !== undefined) return isNobodys(entries, kernel, release, entry) ? 'nobody’s' : { entry, isOtherFlavour };
  if (isOtherFlavour) return 'other flavour';
  return isNobodys(entries, kernel, release) ? 'nobody’s' : undefined;
}

/** `5.4.0-132` without a flavour may be Ubuntu's, and `3.10.0-957` without `.el7` RHEL's. */
function isNobodys(
  entries: readonly KernelEntry[],
  { family }: KernelIdentity,
  release: string,
  found?: KernelEntry,
): boolean {
  if (family !== 'other' || found?.and !== undefined) return false;
  const [, series = ''] = /^(\d+\.\d+\.0)-(?!0\d{5}(?!\d))\d/.exec(release) ?? [];
  return entries.some(({ ubuntu, el7 }) => ubuntu?.series === series || (el7 !== undefined && series === '3.10.0'));
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

const isFrom = (from: string | undefined, version: string): boolean =>
  from === undefined || isSeriesFrom(version, from);

/** `4.3` has 4.3-rc7, 4.3.1 and 4.15.2, and not 4.2.8. */
export function isSeriesFrom(version: string, from: string): boolean {
  const [[major, minor], [fromMajor, fromMinor]] = [seriesOf(version), seriesOf(from)];
  return major > fromMajor || (major === fromMajor && minor >= fromMinor);
}

function seriesOf(version: string): readonly [number, number] {
  const [major, minor] = version.split(/[.-]/);
  return [Number(major), Number(minor)];
}
