import { join } from 'node:path';
import type { Advisory, AdvisoryFile, Catalogue, LifeTable } from '../model/advisory.ts';
import { CatalogueError } from './problem.ts';
import { shippedCatalogue } from './shipped.ts';

/**
 * What hosts are judged by: the advisories that come with the exporter and those of `directory`. A table of
 * ends of life in it takes the place of the shipped one of the same component.
 *
 * @throws {CatalogueError} with all that is wrong with the files, and for ids that are taken.
 */
export async function catalogueOf(directory: string | undefined): Promise<Catalogue> {
  const shipped = shippedCatalogue();
  if (directory === undefined) return shipped;
  // Only now: most exporters run without files of their own, and need no YAML.
  const { loadDirectory } = await import('./load.ts');
  const own = loadDirectory(directory, shipped.endOfLife);
  const taken = own.advisories.filter(({ id }) => shipped.advisories.some((advisory) => advisory.id === id));
  if (taken.length > 0) throw new CatalogueError(taken.map((advisory) => takenId(directory, advisory)));
  return {
    advisories: [...shipped.advisories, ...own.advisories.map(withoutVectors)],
    endOfLife: replaced(shipped.endOfLife, own.endOfLife),
  };
}

const takenId = (directory: string, { id }: Advisory) => ({
  file: join(directory, `${id}.yaml`),
  text: `expected an id of its own, got that of the shipped advisories/${id}.yaml: rename the file and its id`,
});

/** An advisory as hosts are judged by it. */
export function withoutVectors({ vectors, ...advisory }: AdvisoryFile): Advisory {
  void vectors;
  return advisory;
}

/** The tables of `shipped`, those of the same component in `own` in their place. */
const replaced = (shipped: readonly LifeTable[], own: readonly LifeTable[]): readonly LifeTable[] => [
  ...shipped.filter(({ component }) => own.every((table) => table.component !== component)),
  ...own,
];
