import fs from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';
import { reasonOf } from './read-file.ts';

/** The files of a directory of advisories, by what they hold. */
export interface DirectoryFiles {
  readonly advisories: readonly string[];
  readonly endOfLife: readonly string[];
  readonly notEncoded: readonly string[];
  readonly problems: readonly Problem[];
}

const notEncodedFile = 'not-encoded.yaml';

/**
 * What is to be loaded of a directory: `*.yaml`, `not-encoded.yaml` and `end-of-life/*.yaml`. Names that
 * begin with a dot and those with other endings are nobody's business; `.yml` would be a file forgotten.
 */
export function filesOf(directory: string): DirectoryFiles {
  const top = list(directory);
  const folder = join(directory, 'end-of-life');
  const tables = top.names.includes('end-of-life') ? list(folder) : nothing;
  const files = yamlOf(directory, top.names);
  const notEncoded = join(directory, notEncodedFile);
  const endOfLife = yamlOf(folder, tables.names);
  const problems = [
    ...top.problems,
    ...tables.problems,
    ...ymlOf(directory, top.names),
    ...ymlOf(folder, tables.names),
  ];
  if (problems.length === 0 && files.length + endOfLife.length === 0) {
    problems.push({ file: directory, text: 'expected at least one file *.yaml, got none' });
  }
  return {
    advisories: files.filter((file) => file !== notEncoded),
    endOfLife,
    notEncoded: files.filter((file) => file === notEncoded),
    problems,
  };
}

interface Listing {
  readonly names: readonly string[];
  readonly problems: readonly Problem[];
}

const nothing: Listing = { names: [], problems: [] };

function list(directory: string): Listing {
  try {
    const names = fs.readdirSync(directory).filter((name) => !name.startsWith('.'));
    return { names: names.sort(), problems: [] };
  } catch (error) {
    return { names: [], problems: [{ file: directory, text: `cannot be read: ${reasonOf(error)}` }] };
  }
}

const yamlOf = (directory: string, names: readonly string[]): readonly string[] =>
  names.filter((name) => name.endsWith('.yaml')).map((name) => join(directory, name));

const ymlOf = (directory: string, names: readonly string[]): readonly Problem[] =>
  names
    .filter((name) => name.endsWith('.yml'))
    .map((name) => ({
      file: join(directory, name),
      text: `expected the ending .yaml, got .yml: rename it to ${name.replace(/\.yml$/, '.yaml')}`,
    }));
