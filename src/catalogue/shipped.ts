import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../model/advisory.ts';
import { CatalogueError } from './problem.ts';
import { reasonOf } from './read-file.ts';

/** Sources that run directly use what was built last. */
const place = import.meta.url.endsWith('.ts') ? '../../dist/advisories.json' : '../advisories.json';

/**
 * The advisories that come with the exporter, as `npm run build` compiled them: plain JSON, so that neither
 * YAML nor a schema has to be looked at.
 *
 * @throws {CatalogueError} when they were not built.
 */
export function shippedCatalogue(): Catalogue {
  const file = fileURLToPath(new URL(place, import.meta.url));
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Catalogue;
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : reasonOf(error);
    throw new CatalogueError([{ file, text: `cannot be read, and "npm run build" writes it: ${reason}` }]);
  }
}
