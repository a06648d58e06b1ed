import { closest } from '../model/closest.ts';
import type { CommandName } from './config.ts';
import { quote } from './value.ts';

interface CommandRow {
  readonly words: readonly string[];
  readonly command: CommandName;
  readonly summary: string;
}

/** Every sub-command. The first one is what runs when none is given. */
export const commands: readonly [CommandRow, ...CommandRow[]] = [
  { words: ['serve'], command: 'serve', summary: 'Serve the metrics over HTTP (the default)' },
  { words: ['once'], command: 'once', summary: 'Print the metrics once and exit' },
  {
    words: ['check'],
    command: 'check',
    summary: 'Print what is wrong with this host now and exit with 0, 1, 2 or 3 (errors and bad flags, too, are 3)',
  },
  {
    words: ['advise'],
    command: 'advise',
    summary:
      'Print which advisories this host, or one that flags describe, is exposed to and exit with 0, 1 or 2 (errors and bad flags: 3)',
  },
  {
    words: ['config', 'check'],
    command: 'config-check',
    summary: 'Check flags and environment, print what takes effect and exit',
  },
];

/** A command as it is typed. */
export const wordsOf = (command: CommandName): string =>
  commands.find((row) => row.command === command)?.words.join(' ') ?? command;

/** Whether a command takes what is for `takers` only; a command that is not known takes everything. */
export const takes = (command: CommandName | undefined, takers: readonly CommandName[] | undefined): boolean =>
  command === undefined || takers === undefined || takers.includes(command);

interface ChosenCommand {
  /** Undefined: the words name none. */
  readonly command: CommandName | undefined;
  readonly errors: readonly string[];
}

/** The sub-command that the words of a command line name. */
export function chooseCommand(words: readonly string[]): ChosenCommand {
  if (words.length === 0) return { command: commands[0].command, errors: [] };
  const row = commands.find((candidate) => candidate.words.every((word, index) => word === words[index]));
  if (row === undefined) return { command: undefined, errors: [unknownCommand(words.join(' '))] };
  const extra = words.slice(row.words.length);
  return { command: row.command, errors: extra.map((word) => `unexpected argument ${quote(word)}`) };
}

function unknownCommand(text: string): string {
  const names = commands.map(({ words }) => words.join(' '));
  const meant = closest(text, names);
  const hint = meant === undefined ? `expected one of: ${names.join(', ')}` : `did you mean ${meant}?`;
  return `unknown command ${quote(text)}; ${hint}`;
}
