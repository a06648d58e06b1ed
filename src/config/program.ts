import { Command, Option } from 'commander';
import { commands, takes } from './commands.ts';
import type { CommandName } from './config.ts';
import { environmentVariable, type Flag, type FlagTable, isSwitch, rowsOf } from './flags.ts';

const helpWidth = 100;

/**
 * The table as commander sees it. Values are declared optional (`[value]`), though none is: commander
 * stops at the first flag without its value, and here all errors are reported at once.
 */
export function buildProgram(table: FlagTable): Command {
  const rows = rowsOf(table);
  const terms = new Map(rows.map(([name, flag]) => [`--${name}`, term(name, flag)]));
  const program = new Command('docker-host-exporter')
    .description(
      'Prometheus exporter for the health of a Docker host: compares what the Docker Engine says with what the kernel shows.',
    )
    .usage('[command] [flags]')
    // The library would otherwise look at the terminal of this process.
    .configureOutput({ getOutHelpWidth: () => helpWidth, getOutHasColors: () => false })
    .configureHelp({
      showGlobalOptions: true,
      visibleCommands: leavesOf,
      visibleGlobalOptions: (command) => optionsAbove(command, table),
      subcommandTerm: (command) => pathOf(command).join(' '),
      optionTerm: (option) => terms.get(option.long ?? '') ?? option.flags,
    })
    .helpCommand(false)
    .helpOption('-h, --help', 'Print this help.')
    .addOption(new Option('--version', 'Print the version.'));
  for (const [name, flag] of rows) {
    for (const option of optionsOf(name, flag)) program.addOption(option);
  }
  addCommands(program);
  return program;
}

function optionsOf(name: string, flag: Flag): readonly Option[] {
  if (!isSwitch(flag)) return [new Option(`--${name} [value]`, describe(name, flag))];
  return [new Option(`--${name}`, describe(name, flag)), new Option(`--no-${name}`).hideHelp()];
}

/** What the help of a sub-command shows of the flags of the whole program: those that it takes. */
function optionsAbove(command: Command, table: FlagTable): Option[] {
  if (command.parent === null) return [];
  const others = rowsOf(table).filter(([, flag]) => !takes(commandOf(command), flag.commands));
  const left = new Set(others.map(([name]) => `--${name}`));
  return rootOf(command).options.filter(({ hidden, long }) => !hidden && !left.has(long ?? ''));
}

const rootOf = (command: Command): Command => (command.parent === null ? command : rootOf(command.parent));

function addCommands(program: Command): void {
  for (const { words, summary } of commands) {
    let parent = program;
    for (const word of words) parent = childOf(parent, word) ?? parent.command(word);
    parent.description(summary).usage('[flags]');
  }
}

const leavesOf = (command: Command): Command[] =>
  command.commands.flatMap((child) => (child.commands.length > 0 ? leavesOf(child) : [child as Command]));

/** The words of a sub-command: config, check. */
const pathOf = (command: Command): readonly string[] =>
  command.parent === null ? [] : [...pathOf(command.parent), command.name()];

/** Undefined for what is only the beginning of one: config. */
const commandOf = (command: Command): CommandName | undefined => {
  const path = pathOf(command).join(' ');
  return commands.find(({ words }) => words.join(' ') === path)?.command;
};

const childOf = (command: Command, word: string): Command | undefined =>
  command.commands.find((child) => child.name() === word);

/** The help of the sub-command that the words name, as far as they name one. */
export function helpText(program: Command, words: readonly string[]): string {
  let command = program;
  for (const word of words) command = childOf(command, word) ?? command;
  return command.helpInformation();
}

/** `--docker.timeout=<duration>`, `--[no-]collector.host`. */
export const term = (name: string, flag: Flag): string =>
  isSwitch(flag) ? `--[no-]${name}` : `--${name}=<${flag.type.placeholder}>`;

/** The default in words: `:10063`, `none`, `$DOCKER_HOST or unix:///var/run/docker.sock`. */
export function defaultText(flag: Flag): string {
  const text = flag.default === '' ? 'none' : flag.default;
  return flag.fallback === undefined ? text : `$${flag.fallback} or ${text}`;
}

function describe(name: string, flag: Flag): string {
  const notes = [`default: ${defaultText(flag)}`, ...(flag.repeatable ? ['repeatable'] : [])];
  return `${flag.help} (${notes.join('; ')}) [$${environmentVariable(name)}]`;
}
