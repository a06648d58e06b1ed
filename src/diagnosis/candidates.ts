import type { FirstSeen } from '../model/memory.ts';
import type { Offender, OffenderKind } from '../model/offenders.ts';

/** One thing to be told by name, before those of the same name are put together. */
export interface Candidate {
  readonly kind: OffenderKind;
  /** Full id of the container, or undefined. */
  readonly container: string | undefined;
  readonly process: string;
  readonly count: number;
  readonly seen: FirstSeen;
  readonly pid?: number;
  readonly place?: string;
}

const shownDigits = 12;
const mostPids = 10;
const mostPlaces = 10;

/** Puts the candidates of the same kind, container and process together. */
export function groupCandidates(
  candidates: readonly Candidate[],
  nameOf: (container: string) => string,
  ageOf: (seen: FirstSeen) => number,
): readonly Offender[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = [candidate.kind, candidate.container?.slice(0, shownDigits), candidate.process].join('\0');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  return [...groups.values()].map((group) => toOffender(group, nameOf, ageOf));
}

function toOffender(
  group: readonly Candidate[],
  nameOf: (container: string) => string,
  ageOf: (seen: FirstSeen) => number,
): Offender {
  const { kind, container, process } = group[0] as Candidate;
  const oldest = group.reduce((a, b) => (b.seen.clock < a.seen.clock ? b : a)).seen;
  const pids = group.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  const places = group.flatMap(({ place }) => (place === undefined ? [] : [place]));
  return {
    kind,
    container: container?.slice(0, shownDigits) ?? '',
    name: container === undefined ? '' : nameOf(container),
    process,
    count: group.reduce((sum, { count }) => sum + count, 0),
    largest: group.reduce((most, { count }) => Math.max(most, count), 0),
    firstSeen: oldest.time,
    age: ageOf(oldest),
    pids: [...new Set(pids)].sort((a, b) => a - b).slice(0, mostPids),
    places: places.sort().slice(0, mostPlaces),
  };
}
