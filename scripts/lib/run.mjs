import { spawnSync } from 'node:child_process';
import { root } from './root.mjs';

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
    stdio: [input === undefined ? 'ignore' : 'pipe', stdout, 'inherit'],
    ...(input === undefined ? {} : { input }),
  });
  if (error) return `${command}: ${error.message}`;
  if (status === 0) return undefined;
  return `${[command, ...args].join(' ').slice(0, 80)}: ended with ${signal ?? `exit code ${status}`}`;
}
