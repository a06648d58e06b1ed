import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

/**
 * Has Prometheus' own linter read every golden exposition.
 * @returns {string | undefined} The files it objects to; what it says of them is printed.
 */
export function checkGoldens() {
  const folder = join(root, 'test/golden');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.prom')) : [];
  if (files.length === 0) return 'test/golden holds no *.prom file to check';
  const bad = files.filter((name) => {
    const problem = run('promtool', ['check', 'metrics'], { input: readFileSync(join(folder, name)) });
    if (problem) console.error(`test/golden/${name}: ${problem}`);
    return problem !== undefined;
  });
  return bad.length > 0 ? `promtool objects to ${bad.join(', ')}` : undefined;
}
