import type { LifeTable } from '../model/advisory.ts';

/** What cycles are looked up by: `debian` and 12, or no name and 20, 10, 24. */
export interface Release {
  readonly name: string;
  readonly numbers: readonly number[];
}

/** When fixes end: a date or `supported`. `newer` than all of its name in the table; `unlisted` otherwise. */
export type Life = { readonly cycle: string; readonly ends: string } | 'newer' | 'unlisted';

/** Names as they stand in titles of distributions, and as `ID` in their os-release. */
const idOf: ReadonlyMap<string, string> = new Map([
  ['alpine linux', 'alpine'],
  ['amazon', 'amzn'],
  ['amazon linux', 'amzn'],
  ['amazon linux ami', 'amzn'],
  ['centos linux', 'centos'],
  ['debian gnu/linux', 'debian'],
  ['fedora linux', 'fedora'],
  ['oracle linux server', 'ol'],
  ['raspbian gnu/linux', 'raspbian'],
  ['red hat enterprise linux', 'rhel'],
  ['red hat enterprise linux server', 'rhel'],
  ['rocky linux', 'rocky'],
]);

/** Longer names are noise. */
const longestName = 200;

/** The first number with its points, and the name before it: `Debian GNU/Linux 12 (bookworm)` is `debian` 12. */
export function releaseOf(text: string): Release | undefined {
  const nameAndNumber = /^(?:(.{0,60}?)\s+)?v?(\d{1,8}(?:\.\d{1,8}){0,9})(?!\d)/i;
  const [, before = '', numbers] = nameAndNumber.exec(text.slice(0, longestName).trim()) ?? [];
  if (numbers === undefined) return undefined;
  const name = before.toLowerCase();
  return { name: idOf.get(name) ?? name, numbers: numbers.split('.').map(Number) };
}

/** The cycle of a release: the longest one that it begins with. */
export function lifeOf({ cycles }: LifeTable, { name, numbers }: Release): Life {
  const ofName = cycles.flatMap((each) => {
    const release = releaseOf(each.cycle);
    return release?.name === name ? [{ ...each, numbers: release.numbers }] : [];
  });
  const own = ofName
    .filter((each) => each.numbers.every((number, place) => number === numbers[place]))
    .sort((a, b) => b.numbers.length - a.numbers.length)[0];
  if (own !== undefined) return { cycle: own.cycle, ends: own.ends };
  return ofName.every((each) => compare(numbers, each.numbers) > 0) ? 'newer' : 'unlisted';
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((number, index) => number !== b[index]);
  return place === -1 ? a.length - b.length : (a[place] ?? 0) - (b[place] ?? -1);
}
