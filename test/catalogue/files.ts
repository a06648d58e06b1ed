import { join } from 'node:path';
import { CatalogueError, type LoadedDirectory, loadDirectory } from '../../src/catalogue/load.ts';
import { temporaryDirectory } from '../support/temporary-tree.ts';
import { type Tree, writeTree } from '../support/tree.ts';

/** An advisory with nothing wrong in it; `id` is that of its file `spin.yaml`. */
export const goodAdvisory = `# yaml-language-server: $schema=schema/advisory.json
id: spin
title: Engine 1.9 spins
severity: high
confidence: medium
checked: '2026-11-22'
symptom: It spins.
remedy: Upgrade.
references:
  - https://example.com/spin
exposed:
  all:
    - engine:
        - { first_affected: '1.9.0', first_fixed: '1.9.2' }
    - cpus: { at_most: 1 }
vectors:
  - facts: { engine_version: '1.9.1', cpus: 1 }
    verdict: exposed
  - facts: { engine_version: '1.9.2', cpus: 1 }
    verdict: clear
`;

/** A table with nothing wrong in it, `end-of-life/engine.yaml`. */
export const goodTable = `component: engine
snapshot: '2026-08-22'
source: https://example.com/table
unlisted: ended
cycles:
  - { cycle: '20.10', ends: '2023-12-10' }
  - { cycle: '29', ends: supported }
`;

/** A list with nothing wrong in it, `not-encoded.yaml`. */
export const goodList = `- id: lo-stays
  title: The loopback device of a network namespace stays busy
  reason: It has several causes, and no version has fixed all of them.
  references:
    - https://example.com/lo
`;

/** A directory of advisories for the running test. */
export function advisoryDirectory(tree: Tree): string {
  const directory = temporaryDirectory();
  writeTree(directory, tree);
  return directory;
}

/** The problems of a directory, each with its path from there; none when it loads. */
export function problemsIn(directory: string): readonly string[] {
  try {
    loadDirectory(directory);
    return [];
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    return error.problems.map((problem) => problem.replaceAll(join(directory, '/'), '').replace(directory, '.'));
  }
}

/** Loads a directory that holds `tree`. */
export const loaded = (tree: Tree): LoadedDirectory => loadDirectory(advisoryDirectory(tree));

/** `goodAdvisory` with `part`, which has to be there once, changed to `instead`. */
export function changed(part: string, instead: string, text: string = goodAdvisory): string {
  if (text.split(part).length !== 2) throw new Error(`expected ${JSON.stringify(part)} once in the file`);
  return text.replace(part, () => instead);
}

/** What is wrong, the text of `spin.yaml`, and every line that is said of it (or what matches it). */
export type BrokenFile = readonly [what: string, text: string, ...lines: readonly unknown[]];

/** `goodAdvisory` with other bounds. */
export const withRange = (bounds: string): string =>
  changed("{ first_affected: '1.9.0', first_fixed: '1.9.2' }", `{ ${bounds} }`);

/** `goodAdvisory` with another second condition, at line 15, column 7. */
export const withCondition = (condition: string): string =>
  changed('    - cpus: { at_most: 1 }\n', `    - ${condition}\n`);

/** `goodAdvisory` with kernels, the first one at line 15, column 46. */
export const withKernel = (entries: string): string =>
  withCondition(`kernel: { otherwise: clear, first_of: [${entries}] }`);
