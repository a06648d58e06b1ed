import type { Command } from 'commander';
import { closest } from '../model/closest.ts';
import { type FlagTable, isSwitch, rowsOf } from './flags.ts';
import { quote } from './value.ts';

/** What stands on a command line, before any of it is judged. */
export interface CommandLine {
  /** By flag name, the texts it was given with in their order; undefined: it stood without a value. */
  readonly given: ReadonlyMap<string, readonly (string | undefined)[]>;
  /** What is neither a flag nor the value of one: the sub-command. */
  readonly words: readonly string[];
  readonly unknownFlags: readonly string[];
  readonly asksFor: 'help' | 'version' | undefined;
}

/** Reads `argv` (without the interpreter and the script) with a program of `buildProgram`. */
export function readCommandLine(program: Command, table: FlagTable, argv: readonly string[]): CommandLine {
  const given = new Map<string, (string | undefined)[]>();
  const note = (name: string, text: string | undefined) => {
    given.set(name, [...(given.get(name) ?? []), text]);
  };
  for (const [name, flag] of rowsOf(table)) {
    program.on(`option:${name}`, (text: string | null) => {
      note(name, isSwitch(flag) ? 'true' : (text ?? undefined));
    });
    program.on(`option:no-${name}`, () => note(name, 'false'));
  }
  let version = false;
  program.on('option:version', () => {
    version = true;
  });

  const { operands, unknown } = program.parseOptions([...argv]);
  const { flags, words } = sortUnknown(unknown);
  const help = flags.some(isHelp);
  return {
    given,
    words: [...operands, ...words],
    unknownFlags: flags.filter((flag) => !isHelp(flag)),
    asksFor: help ? 'help' : version ? 'version' : undefined,
  };
}

const isHelp = (token: string): boolean => token === '--help' || token === '-h';

/** Commander returns the first unknown flag together with all words behind it. */
function sortUnknown(tokens: readonly string[]): { flags: readonly string[]; words: readonly string[] } {
  const end = tokens.indexOf('--');
  const judged = end < 0 ? tokens : tokens.slice(0, end);
  const flags = judged.filter(isFlag);
  const words = judged.filter((token, index) => !isFlag(token) && !mayBeValueOf(judged[index - 1]));
  return { flags, words: end < 0 ? words : [...words, ...tokens.slice(end + 1)] };
}

const isFlag = (token: string): boolean => token.startsWith('-') && token.length > 1;

/** The word behind an unknown flag is most likely its value, and no second error. */
const mayBeValueOf = (token: string | undefined): boolean =>
  token !== undefined && isFlag(token) && !isHelp(token) && !token.includes('=');

/** Why a flag is unknown, and which one was probably meant. Its value is not shown: it may be a secret. */
export function unknownFlagError(token: string, table: FlagTable): string {
  const written = token.split('=', 1)[0] ?? token;
  const names = rowsOf(table).flatMap(([name, flag]) => (isSwitch(flag) ? [name, `no-${name}`] : [name]));
  const name = written.replace(/^--?/, '');
  const row = rowsOf(table).find(([candidate]) => name === candidate || name === `no-${candidate}`);
  if (row !== undefined && isSwitch(row[1]) && written.startsWith('--')) {
    return `${written}: read ${quote(token.slice(written.length + 1))}, expected no value: --${row[0]} or --no-${row[0]}`;
  }
  const meant = closest(name, [...names, 'help', 'version']);
  const hint = meant === undefined ? '--help lists all flags' : `did you mean --${meant}?`;
  return `unknown flag ${quote(written)}; ${hint}`;
}
