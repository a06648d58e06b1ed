import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rememberBuild } from './freshness.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/**
 * Installs exactly what package-lock.json names, the build's tools included.
 * @param {Parameters<typeof run>[2]} [options]
 * @returns {string | undefined} What went wrong.
 */
export function installPackages(options) {
  // npm counts development packages as unwanted under NODE_ENV=production; the compiler is one.
  const problem = run('npm', ['ci', '--include=dev'], options);
  return problem && `${problem} (is the npm registry within reach?)`;
}

/**
 * Compiles src/ to dist/ from nothing: what is left of removed sources would still be found by imports.
 * @param {Parameters<typeof run>[2]} [options]
 * @returns {string | undefined} What went wrong.
 */
export function build(options) {
  const startedAt = Date.now();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const problem = run('npm', ['run', '--silent', 'build'], options);
  if (problem) return problem;
  if (!existsSync(join(root, 'dist/main.js'))) return 'the build made no dist/main.js';
  rememberBuild(startedAt);
  return undefined;
}
