import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installTools } from './debian.mjs';
import { packagesAreCurrent } from './freshness.mjs';
import { build, installPackages } from './prepare.mjs';
import { checkGoldens } from './promtool.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { single } from './tally.mjs';
import { runVitest } from './vitest.mjs';

export const parts = ['unit', 'golden', 'rules', 'dashboards', 'browser', 'e2e', 'page'];

const npmRun = (script) => single(run('npm', ['run', '--silent', script]));

function checkDocs() {
  if (!existsSync(join(root, 'scripts/docs.ts'))) return single('scripts/docs.ts is missing');
  const problem = run(process.execPath, ['--import', 'tsx', 'scripts/docs.ts', '--check']);
  return single(problem && `${problem} (\`npm run docs\` writes them anew)`);
}

/**
 * The steps in order. `part`: the parts of the tests a step belongs to; steps without one run only in
 * the whole. `needs`: steps without which it cannot say anything. `preparation` is not counted as a check.
 */
export const steps = [
  {
    name: 'npm packages',
    part: parts,
    preparation: true,
    run: () => single(packagesAreCurrent() ? undefined : installPackages()),
  },
  {
    name: 'Debian packages',
    part: ['golden', 'rules', 'dashboards', 'browser', 'e2e', 'page'],
    preparation: true,
    run: (wanted) => single(installTools(wanted)),
  },
  { name: 'lint', needs: ['npm packages'], run: () => npmRun('lint') },
  { name: 'types', needs: ['npm packages'], run: () => npmRun('types') },
  { name: 'generated docs', needs: ['npm packages'], run: checkDocs },
  { name: 'build', part: ['e2e', 'page'], needs: ['npm packages'], run: () => single(build()) },
  { name: 'unit', part: ['unit'], needs: ['npm packages'], run: () => runVitest('unit') },
  { name: 'golden', part: ['golden'], needs: ['npm packages'], run: () => runVitest('golden') },
  { name: 'golden by promtool', part: ['golden'], needs: ['Debian packages'], run: () => single(checkGoldens()) },
  { name: 'rules', part: ['rules'], needs: ['npm packages', 'Debian packages'], run: () => runVitest('rules') },
  {
    name: 'dashboards',
    part: ['dashboards'],
    needs: ['npm packages', 'Debian packages'],
    run: () => runVitest('dashboards'),
  },
  {
    name: 'browser',
    part: ['browser'],
    needs: ['npm packages', 'Debian packages'],
    run: () => runVitest('browser'),
  },
  {
    name: 'e2e',
    part: ['e2e'],
    needs: ['npm packages', 'Debian packages', 'build'],
    run: () => runVitest('e2e'),
  },
  {
    name: 'page',
    part: ['page'],
    needs: ['npm packages', 'Debian packages', 'build'],
    run: () => runVitest('page'),
  },
];
