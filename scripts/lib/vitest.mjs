import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';
import { single } from './tally.mjs';

/** Test files that failed as a whole (an import, a beforeAll) count once: none of their tests may say so. */
function brokenFiles(report) {
  return report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
}

function tallyOf(report, problem) {
  const failed = report.numFailedTests + brokenFiles(report);
  return {
    passed: report.numPassedTests,
    // A run that fails without a failed test (an unhandled error) is one failure.
    failed: failed === 0 && problem !== undefined ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    problem,
  };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs one project of vitest.config.ts.
 * @param {string} project
 */
export function runVitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-report-'));
  const path = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
    const problem = run(process.execPath, [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      ...reporters,
    ]);
    const report = readReport(path);
    if (report === undefined || report.numTotalTests + report.numTotalTestSuites === 0)
      return single(`vitest reported no test of the project ${project}${problem === undefined ? '' : `: ${problem}`}`);
    return tallyOf(report, problem && `${project} tests failed`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
