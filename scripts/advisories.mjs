/**
 * Part of `npm run build`: compiles `advisories/` to `dist/advisories.json`, which is what the exporter
 * reads. With anything wrong in a file it names all that is, writes nothing, and exits with 1.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { withoutVectors } from '../dist/catalogue/catalogue.js';
import { CatalogueError, loadDirectory } from '../dist/catalogue/load.js';

const root = join(import.meta.dirname, '..');
const target = join(root, 'dist/advisories.json');

function compiled() {
  try {
    const { advisories, endOfLife } = loadDirectory(relative('', join(root, 'advisories')) || '.');
    return { advisories: advisories.map(withoutVectors), endOfLife };
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    for (const problem of error.problems) console.error(problem);
    console.error(`${error.problems.length} problem${error.problems.length === 1 ? '' : 's'} in advisories/`);
    process.exit(1);
  }
}

// In one step: a program that reads it meanwhile has the old one or the new one, never half of it.
const written = `${target}.${process.pid}`;
writeFileSync(written, `${JSON.stringify(compiled())}\n`);
renameSync(written, target);
