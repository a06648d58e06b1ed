import { count, duration, processes } from '../diagnosis/report/words.ts';
import type { Offender, OffenderKind } from '../model/offenders.ts';

const amounts: Readonly<Record<OffenderKind, (value: number) => string>> = {
  zombie_leader: (value) => `${count(value, 'zombie')} with live threads`,
  unkillable: (value) => `${processes(value)} with SIGKILL pending`,
  ghost: () => 'no process lives',
  orphan: (value) => (value === 1 ? '1 orphaned process' : `${processes(value)}, orphaned`),
  mount_holder: (value) => `holds ${count(value, 'mount')}`,
  lingering_mount: (value) => count(value, 'mount'),
  zombie_parent: (value) => count(value, 'zombie'),
};

/**
 * One culprit on one line.
 *
 * @example `web (3f2a9c01d4e5) sleep: 14 zombies, seen for 3 min, pid 1234`
 */
export function culpritLine({ kind, name, container, process, count: amount, age, pids, places }: Offender): string {
  const who = [name, idOf(kind, name, container), process].filter(Boolean).join(' ') || 'unknown';
  const facts = [amounts[kind](amount), `seen for ${duration(age)}`, pidList(pids), placeList(places)];
  return `${who}: ${facts.filter(Boolean).join(', ')}`;
}

/** The digits of a mount that belongs to no known container may be those of its layer. */
function idOf(kind: OffenderKind, name: string, container: string): string {
  if (container === '') return '';
  if (name !== '') return `(${container})`;
  return kind === 'lingering_mount' ? `layer or container ${container}` : container;
}

const pidList = (pids: readonly number[]): string =>
  pids.length === 0 ? '' : `pid${pids.length === 1 ? '' : 's'} ${pids.join(' ')}`;

const placeList = (places: readonly string[]): string => (places.length === 0 ? '' : `at ${places.join(' ')}`);
