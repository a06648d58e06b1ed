import { isSeriesFrom } from '../advisories/kernel-selectors.ts';
import { quote } from '../advisories/quote.ts';
import type { Path } from '../advisories/walk.ts';
import type { KernelCondition, KernelEntry } from '../model/advisory.ts';
import { debianScheme } from '../versions/debian.ts';
import { rpmScheme } from '../versions/rpm.ts';
import { ubuntuScheme } from '../versions/ubuntu.ts';
import { upstreamScheme } from '../versions/upstream.ts';
import type { Finding } from './problem.ts';
import { rangeFindings } from './range-findings.ts';

/** What is wrong with the kernels of a condition: bounds, and entries that never decide. */
export function kernelFindings({ first_of }: KernelCondition, path: Path): readonly Finding[] {
  return first_of.flatMap((entry, index) => {
    const place = [...path, 'first_of', index];
    return [...boundFindings(entry, [...place, 'ranges']), ...neverReached(entry, first_of.slice(0, index), place)];
  });
}

/** Each kind of kernel has its own way of writing versions. */
function boundFindings({ ubuntu, debian, el7, ranges }: KernelEntry, path: Path): readonly Finding[] {
  if (ubuntu !== undefined) return rangeFindings(ubuntuScheme, ranges, path);
  if (debian !== undefined) return rangeFindings(debianScheme, ranges, path);
  return el7 !== undefined ? rangeFindings(rpmScheme, ranges, path) : rangeFindings(upstreamScheme, ranges, path);
}

/** The first entry that recognises a kernel decides: one for the same kernels further down is never asked. */
function neverReached(entry: KernelEntry, before: readonly KernelEntry[], path: Path): readonly Finding[] {
  const taken = kernelsOf(entry).find((kernel) => before.some((above) => recognises(above, kernel)));
  return taken === undefined ? [] : [{ path, text: `never asked: an entry above has ${quote(taken.name)} already` }];
}

/** Kernels that an entry recognises: by a name, and for upstream's by their first series. */
interface Kernels {
  readonly name: string;
  readonly series?: string;
}

function kernelsOf({ ubuntu, debian, el7, upstream }: KernelEntry): readonly Kernels[] {
  if (ubuntu !== undefined) return ubuntu.flavours.map((flavour) => ({ name: `Ubuntu ${ubuntu.series} ${flavour}` }));
  if (debian !== undefined) return [{ name: `Debian ${debian.series}` }];
  if (el7 !== undefined) return [{ name: 'el7' }];
  const { series, from } = upstream ?? {};
  if (from !== undefined) return [{ name: `upstream from ${from}`, series: from }];
  return series?.map((each) => ({ name: `upstream ${each}`, series: each })) ?? [{ name: 'upstream' }];
}

/** True when the entry above recognises all of these kernels. */
function recognises(above: KernelEntry, kernels: Kernels): boolean {
  const { series, from } = above.upstream ?? {};
  if (above.upstream !== undefined && series === undefined && from === undefined) return true;
  if (from !== undefined && kernels.series !== undefined && isSeriesFrom(kernels.series, from)) return true;
  return kernelsOf(above).some(({ name }) => name === kernels.name);
}
