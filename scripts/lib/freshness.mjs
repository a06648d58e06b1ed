import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

/** npm writes this file last: without it an `npm ci` did not get to its end. */
const installed = join(root, 'node_modules/.package-lock.json');
/** Written after a build without errors; it goes with node_modules, so new packages mean a new build. */
const built = join(root, 'node_modules/.cache/docker-host-exporter/built');
const buildInputs = ['src', 'advisories', 'tsconfig.json', 'tsconfig.build.json', 'package.json'];

/** Modification time in ms, `undefined` when there is no such file. */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** The latest modification below `path`; folders count too, or a removed file would go unseen. */
function newest(path) {
  const own = modified(path) ?? 0;
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return own;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), own);
}

/** True when node_modules was installed in full from this package-lock.json. */
export function packagesAreCurrent() {
  const at = modified(installed);
  return at !== undefined && at >= (modified(join(root, 'package-lock.json')) ?? 0);
}

/** True when dist/ came of a build without errors that is newer than every source file. */
export function buildIsCurrent() {
  const at = modified(built);
  if (at === undefined || modified(join(root, 'dist/main.js')) === undefined) return false;
  return buildInputs.every((path) => newest(join(root, path)) <= at);
}

/**
 * Remembers a good build as of its beginning, so that what was saved while it ran counts as newer.
 * @param {number} startedAt Unix time in ms.
 */
export function rememberBuild(startedAt) {
  mkdirSync(dirname(built), { recursive: true });
  writeFileSync(built, '');
  utimesSync(built, startedAt / 1000, startedAt / 1000);
}
