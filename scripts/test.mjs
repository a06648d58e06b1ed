/**
 * `npm test`: everything. `node scripts/test.mjs unit|golden|rules|dashboards|browser|e2e|page`: one part with what it needs.
 *
 * A failed step does not end the run; only the steps that stand on it are left out, and are counted as
 * skipped. The last line sums up all runners: `N passed, N failed, N skipped`.
 */
import { requireNode } from './lib/node-version.mjs';
import { parts, steps } from './lib/steps.mjs';
import { add, describe, nothing } from './lib/tally.mjs';

/** The parts to run; ends the process on a word it does not know. */
function wantedParts() {
  const given = process.argv.slice(2);
  const unknown = given.filter((word) => !parts.includes(word));
  if (unknown.length === 0) return given;
  console.error(`unknown part ${unknown.join(', ')}: expected any of ${parts.join(', ')}, or none for all`);
  process.exit(2);
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)}s`;

function runStep(step, wanted, failed) {
  const lacking = (step.needs ?? []).filter((name) => failed.has(name));
  if (lacking.length > 0) {
    console.log(`<== ${step.name} not run: it needs ${lacking.join(', ')}`);
    return { ...nothing, skipped: 1, problem: 'not run' };
  }
  const began = Date.now();
  const result = step.run(wanted);
  const outcome = result.problem === undefined ? 'ok' : `FAILED: ${result.problem}`;
  console.log(`<== ${step.name} ${outcome} ${seconds(began)}`);
  // What only prepares counts when it fails.
  return step.preparation && result.problem === undefined ? nothing : result;
}

requireNode();
const only = wantedParts();
const wanted = only.length > 0 ? only : parts;
const chosen = steps.filter((step) => only.length === 0 || step.part?.some((part) => only.includes(part)));

const failed = new Map();
let total = nothing;
for (const [index, step] of chosen.entries()) {
  console.log(`\n==> [${index + 1}/${chosen.length}] ${step.name}`);
  const result = runStep(step, wanted, failed);
  if (result.problem !== undefined) failed.set(step.name, result.problem);
  total = add(total, result);
}

console.log('');
for (const [name, problem] of failed) console.log(`${name}: ${problem}`);
console.log(describe(total));
process.exitCode = failed.size > 0 ? 1 : 0;
