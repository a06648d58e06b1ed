import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Compiles `src` and `advisories` to `dist` before any test of a project runs. */
export function setup(): void {
  run(join(root, 'node_modules/.bin/tsc'), '-p', 'tsconfig.build.json');
  run(process.execPath, 'scripts/advisories.mjs');
}

const run = (program: string, ...words: readonly string[]) =>
  execFileSync(program, words, { cwd: root, stdio: 'inherit' });
