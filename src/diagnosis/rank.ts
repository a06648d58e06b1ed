import { type Offender, type OffenderKind, type Offenders, offenderKinds } from '../model/offenders.ts';

/**
 * The worst `most` offenders: the worst of each kind, then the second of each, and so on, so that a crowd of
 * one kind does not hide another. Within a kind those of a larger order of magnitude come first, then those
 * that have been there for longer: a count that goes up and down by some does not change who is named.
 */
export function rankOffenders(offenders: readonly Offender[], most: number): Offenders {
  const byKind = offenderKinds.map((kind) => offenders.filter((each) => each.kind === kind).sort(worstFirst));
  const ranked: Offender[] = [];
  for (let rank = 0; ranked.length < offenders.length; rank += 1) {
    for (const kind of byKind) {
      const offender = kind[rank];
      if (offender !== undefined) ranked.push(offender);
    }
  }
  const worst = ranked.slice(0, most);
  return { worst, dropped: ranked.length - worst.length, totals: totalsOf(offenders) };
}

const worstFirst = (a: Offender, b: Offender): number =>
  magnitude(b) - magnitude(a) || a.firstSeen - b.firstSeen || compare(labelsOf(a), labelsOf(b));

const magnitude = ({ count }: Offender): number => Math.floor(Math.log2(Math.max(1, count)));
const labelsOf = ({ container, name, process }: Offender): string => [name, container, process].join('\0');
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function totalsOf(offenders: readonly Offender[]): Readonly<Record<OffenderKind, number>> {
  const totals = Object.fromEntries(offenderKinds.map((kind) => [kind, 0])) as Record<OffenderKind, number>;
  for (const { kind, count } of offenders) totals[kind] += count;
  return totals;
}
