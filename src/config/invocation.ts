import { buildConfig } from './build-config.ts';
import { readCommandLine, unknownFlagError } from './command-line.ts';
import { chooseCommand } from './commands.ts';
import type { Invocation } from './config.ts';
import { unknownVariableErrors } from './environment.ts';
import { type CollectorSummaries, flagTable } from './flags.ts';
import { buildProgram, helpText } from './program.ts';
import { readSettings } from './settings.ts';
import type { Environment } from './value.ts';

/**
 * What a command line and an environment ask for. Pure; never throws.
 *
 * `argv` is without the interpreter and the script: `['--log.level=debug', 'once']`.
 */
export function readInvocation(
  argv: readonly string[],
  env: Environment,
  version: string,
  collectorSummaries: CollectorSummaries,
): Invocation {
  const table = flagTable(collectorSummaries);
  const program = buildProgram(table);
  const line = readCommandLine(program, table, argv);
  if (line.asksFor === 'help') return { kind: 'print', text: helpText(program, line.words) };
  if (line.asksFor === 'version') return { kind: 'print', text: `docker-host-exporter ${version}\n` };

  const { command, errors: commandErrors } = chooseCommand(line.words);
  const { values, settings, errors: valueErrors } = readSettings(table, line.given, env, command);
  const errors = [
    ...commandErrors,
    ...line.unknownFlags.map((token) => unknownFlagError(token, table)),
    ...valueErrors,
    ...unknownVariableErrors(table, env),
  ];
  if (errors.length > 0 || command === undefined) return { kind: 'invalid', errors, command };
  return { kind: 'run', command, config: buildConfig(values, settings) };
}
