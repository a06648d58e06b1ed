import { spawnSync } from 'node:child_process';
import { root } from './root.mjs';

/** Far more than any step takes: what hangs ends the step with a line that says so, not the patience of a person. */
const longestMinutes = 20;

/**
 * Runs a program in the checkout and lets its output through.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{env?: Record<string, string>, input?: Buffer, stdout?: 'inherit' | 2}} [options]
 *   `stdout: 2` sends what the program prints to stderr.
 * @returns {string | undefined} What went wrong in one line; `undefined` when it ended with 0.
 */
export function run(command, args, { env = {}, input, stdout = 'inherit' } = {}) {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    timeout: longestMinutes * 60_000,
    stdio: [input === undefined ? 'ignore' : 'pipe', stdout, 'inherit'],
    ...(input === undefined ? {} : { input }),
  });
  const called = [command, ...args].join(' ').slice(0, 80);
  if (error?.code === 'ETIMEDOUT') return `${called}: not done after ${longestMinutes} minutes`;
  if (error) return `${command}: ${error.message}`;
  return status === 0 ? undefined : `${called}: ended with ${signal ?? `exit code ${status}`}`;
}
