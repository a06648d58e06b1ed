import { type CollectorName, type Config, collectorNames } from '../../src/config/config.ts';
import { readInvocation } from '../../src/config/invocation.ts';
import type { Environment } from '../../src/config/value.ts';

/** Stand-ins that no other text contains. */
export const summaries = Object.fromEntries(collectorNames.map((name) => [name, `Summary of ${name}.`])) as Record<
  CollectorName,
  string
>;

/** Reads a command line that is written as in a shell, without quotes. */
export const read = (commandLine: string, env: Environment = {}) =>
  readInvocation(commandLine.split(' ').filter(Boolean), env, '1.2.3', summaries);

/** The configuration of an invocation that has to be a good one. */
export function configOf(commandLine: string, env: Environment = {}): Config {
  const invocation = read(commandLine, env);
  if (invocation.kind !== 'run') throw new Error(`expected a run, got ${JSON.stringify(invocation)}`);
  return invocation.config;
}

/** The errors of an invocation; none when it is a good one. */
export function errorsOf(commandLine: string, env: Environment = {}): readonly string[] {
  const invocation = read(commandLine, env);
  return invocation.kind === 'invalid' ? invocation.errors : [];
}
