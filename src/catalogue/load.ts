import { basename } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { conditionsOf } from '../advisories/walk.ts';
import type { AdvisoryFile, LifeComponent, LifeTable, NotEncoded } from '../model/advisory.ts';
import { lifeComponents } from '../model/advisory.ts';
import { advisoryFindings, lifeTableFindings, notEncodedFindings } from './advisory-findings.ts';
import { filesOf } from './directory.ts';
import { type LoadedFile, loadFile } from './load-file.ts';
import { CatalogueError, type Finding, type Problem } from './problem.ts';
import { loadSchemas } from './schemas.ts';
import { wrongVectors } from './vectors.ts';

export { CatalogueError } from './problem.ts';

/** Everything that stands in a directory of advisories. */
export interface LoadedDirectory {
  /** In the order of their ids. */
  readonly advisories: readonly AdvisoryFile[];
  readonly endOfLife: readonly LifeTable[];
  readonly notEncoded: readonly NotEncoded[];
}

/**
 * Loads `*.yaml`, `not-encoded.yaml` and `end-of-life/*.yaml` of a directory, and runs the test vectors.
 * `endOfLife`: tables of components that the directory has none of.
 *
 * @throws {CatalogueError} with all that is wrong with all files.
 */
export function loadDirectory(directory: string, endOfLife: readonly LifeTable[] = []): LoadedDirectory {
  const files = filesOf(directory);
  const schemas = loadSchemas();
  const tables = loadAll(files.endOfLife, schemas['life-table'], lifeTableFindings);
  const here = tables.good.map(({ value }) => value);
  const allTables = [
    ...here,
    ...endOfLife.filter(({ component }) => here.every((table) => table.component !== component)),
  ];
  const tableNames = new Set([...allTables.map(({ component }) => component), ...componentsOf(files.endOfLife)]);
  const advisories = loadAll(files.advisories, schemas.advisory, (advisory, name) =>
    advisoryFindings(advisory, name, tableNames),
  );
  const ids = new Set(files.advisories.map(nameOf));
  const notEncoded = loadAll(files.notEncoded, schemas['not-encoded'], (list) => notEncodedFindings(list, ids));
  const problems = [
    ...files.problems,
    ...[tables, advisories, notEncoded].flatMap((loaded) => loaded.problems),
    ...advisories.good.flatMap((file) => vectorProblems(file, allTables)),
  ];
  if (problems.length > 0) throw new CatalogueError(problems);
  return {
    advisories: advisories.good.map(({ value }) => value),
    endOfLife: here,
    notEncoded: notEncoded.good.flatMap(({ value }) => value),
  };
}

interface LoadedFiles<T> {
  readonly good: readonly LoadedFile<T>[];
  readonly problems: readonly Problem[];
}

/** Loads files of one kind; good are those with which `findingsOf` finds nothing wrong. */
function loadAll<T>(
  paths: readonly string[],
  validate: ValidateFunction<T>,
  findingsOf: (value: T, name: string) => readonly Finding[],
): LoadedFiles<T> {
  const good: LoadedFile<T>[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const result = loadFile(path, validate);
    if ('problems' in result) {
      problems.push(...result.problems);
      continue;
    }
    const found = result.file.problemsOf(findingsOf(result.file.value, nameOf(path)));
    if (found.length === 0) good.push(result.file);
    problems.push(...found);
  }
  return { good, problems };
}

/** A file whose tables are not all there is not run: its verdicts would say nothing of its conditions. */
function vectorProblems(
  { value, problemsOf }: LoadedFile<AdvisoryFile>,
  tables: readonly LifeTable[],
): readonly Problem[] {
  const needed = conditionsOf(value).flatMap(({ condition }) =>
    'end_of_life' in condition ? [condition.end_of_life] : [],
  );
  const isRunnable = needed.every((component) => tables.some((table) => table.component === component));
  return isRunnable ? problemsOf(wrongVectors(value, tables)) : [];
}

const nameOf = (path: string): string => basename(path, '.yaml');

/** The components whose tables are there, be they broken. */
const componentsOf = (paths: readonly string[]): readonly LifeComponent[] =>
  lifeComponents.filter((component) => paths.some((path) => nameOf(path) === component));
