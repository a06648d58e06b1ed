import type { CommandName } from './config.ts';
import { closest } from './suggest.ts';
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
    words: ['config', 'check'],
    command: 'config-check',
    summary: 'Check flags and environment, print what takes effect and exit',
  },
];

interface ChosenCommand {
  readonly command: CommandName;
  readonly errors: readonly string[];
}

/** The sub-command that the words of a command line name. */
export function chooseCommand(words: readonly string[]): ChosenCommand {
  const fallback = commands[0].command;
  if (words.length === 0) return { command: fallback, errors: [] };
  const row = commands.find((candidate) => candidate.words.every((word, index) => word === words[index]));
  if (row === undefined) return { command: fallback, errors: [unknownCommand(words.join(' '))] };
  const extra = words.slice(row.words.length);
  return { command: row.command, errors: extra.map((word) => `unexpected argument ${quote(word)}`) };
}

function unknownCommand(text: string): string {
  const names = commands.map(({ words }) => words.join(' '));
  const meant = closest(text, names);
  const hint = meant === undefined ? `expected one of: ${names.join(', ')}` : `did you mean ${meant}?`;
  return `unknown command ${quote(text)}; ${hint}`;
}
