/**
 * `npm start [-- flags]`: from a fresh clone to a running exporter.
 *
 * The exporter runs in this same process: no wrapper stays behind that would have to pass on signals
 * and exit codes. Progress goes to stderr, so that `npm --silent start -- once > file` holds metrics only.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIsCurrent, packagesAreCurrent } from './lib/freshness.mjs';
import { requireNode } from './lib/node-version.mjs';
import { build, installPackages } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';

const steps = 3;
const began = Date.now();

function say(step, text) {
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(5);
  console.error(`[${step}/${steps}] ${seconds} s  ${text}`);
}

/** Does `work` unless `current`; one line before and one line on failure, which ends the start. */
function prepare(step, current, { doing, done }, work) {
  if (current) return say(step, done);
  say(step, `${doing} …`);
  const problem = work({ stdout: 2 });
  if (problem === undefined) return;
  say(step, `failed: ${problem}`);
  process.exit(1);
}

function flags() {
  const given = process.argv.slice(2);
  return given[0] === '--' ? given.slice(1) : given;
}

requireNode();
prepare(
  1,
  packagesAreCurrent(),
  { doing: 'installing packages from npm', done: 'packages are current' },
  installPackages,
);
prepare(2, buildIsCurrent(), { doing: 'building', done: 'build is current' }, build);

const main = join(root, 'dist/main.js');
process.argv = [process.execPath, main, ...flags()];
say(3, 'starting docker-host-exporter');
await import(pathToFileURL(main).href);
