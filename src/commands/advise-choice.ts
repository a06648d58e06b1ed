import { quote } from '../config/value.ts';
import type { Catalogue } from '../model/advisory.ts';
import { closest } from '../model/closest.ts';

/** Ids that no advisory has. */
export class UnknownAdvisories extends Error {
  /** One line each. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * The catalogue with the advisories of these ids only, in its own order; without ids all of it.
 *
 * @throws UnknownAdvisories with a line for each id that is not there, and the one that was probably meant
 */
export function chosenFrom(catalogue: Catalogue, ids: readonly string[]): Catalogue {
  if (ids.length === 0) return catalogue;
  const known = catalogue.advisories.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new UnknownAdvisories(unknown.map((id) => problemOf(id, known)));
  return { ...catalogue, advisories: catalogue.advisories.filter(({ id }) => ids.includes(id)) };
}

function problemOf(id: string, known: readonly string[]): string {
  const meant = closest(id, known);
  const hint = meant === undefined ? 'advise without --advisory lists all of them' : `did you mean ${meant}?`;
  return `--advisory: read ${quote(id)}, expected the id of an advisory; ${hint}`;
}
