import { takes, wordsOf } from './commands.ts';
import type { CommandName, Setting } from './config.ts';
import { environmentVariable, type Flag, type FlagTable, isSwitch, rowsOf } from './flags.ts';
import { type Environment, quote, type ValueType } from './value.ts';

type ValueOf<F> = F extends { readonly type: ValueType<infer T>; readonly repeatable: true }
  ? readonly T[]
  : F extends { readonly type: ValueType<infer T> }
    ? T
    : never;

/** The value of every flag, typed by its row of the table. */
export type Values = { readonly [Name in keyof FlagTable]: ValueOf<FlagTable[Name]> };

/** The texts of one flag and where they stood. */
interface Source {
  /** For messages: the flag or the variable. */
  readonly where: string;
  readonly origin: string;
  readonly texts: readonly (string | undefined)[];
}

interface Outcome {
  readonly values: readonly unknown[];
  readonly errors: readonly string[];
  readonly settings: readonly Setting[];
}

/**
 * The value of every flag: flag before environment before default. `values` is whole when there are no
 * errors; `settings` leaves out the flags that the command does not take.
 */
export function readSettings(
  table: FlagTable,
  given: ReadonlyMap<string, readonly (string | undefined)[]>,
  env: Environment,
  command: CommandName | undefined,
): { readonly values: Values; readonly errors: readonly string[]; readonly settings: readonly Setting[] } {
  const outcomes = rowsOf(table).map(([name, flag]) => {
    const source = sourceOf(name, flag, given.get(name), env);
    const outcome = readSource(name, flag, source, env);
    return { name, flag, outcome: takes(command, flag.commands) ? outcome : withoutPlace(flag, source, outcome) };
  });
  const values = outcomes.map(({ name, flag, outcome }) => [
    name,
    flag.repeatable ? outcome.values : outcome.values[0],
  ]);
  return {
    values: Object.fromEntries(values) as Values,
    errors: outcomes.flatMap(({ outcome }) => outcome.errors),
    settings: outcomes.flatMap(({ outcome }) => outcome.settings),
  };
}

function sourceOf(
  name: string,
  flag: Flag,
  given: readonly (string | undefined)[] | undefined,
  env: Environment,
): Source {
  if (given !== undefined) return { where: `--${name}`, origin: 'flag', texts: given };
  // An empty variable counts as one that is not set, as it does with DOCKER_HOST.
  const variable = variablesOf(name, flag).find((key) => env[key]);
  if (variable === undefined) return { where: `--${name}`, origin: 'default', texts: [flag.default] };
  const text = env[variable] ?? '';
  const texts = flag.repeatable ? text.split(',').map((part) => part.trim()) : [text];
  return { where: variable, origin: `environment ${variable}`, texts };
}

/** What becomes of a flag that the command does not take: an error when it was given, silence when it was not. */
function withoutPlace({ commands = [] }: Flag, { where, origin }: Source, { values, errors }: Outcome): Outcome {
  const names = commands.map(wordsOf).join(' and ');
  const noun = commands.length === 1 ? 'command' : 'commands';
  const misplaced = origin === 'flag' ? [`${where}: only for the ${noun} ${names}`] : [];
  return { values, errors: [...errors, ...misplaced], settings: [] };
}

/** The variables that may set a flag, in the order in which they are asked. */
const variablesOf = (name: string, flag: Flag): readonly string[] => [
  environmentVariable(name),
  ...(flag.fallback === undefined ? [] : [flag.fallback]),
];

function readSource(name: string, flag: Flag, { where, origin, texts }: Source, env: Environment): Outcome {
  if (texts.length > 1 && !flag.repeatable) {
    const read = quote(texts.map((text) => text ?? '').join(', '));
    return { values: [], settings: [], errors: [`${where}: read ${read}, expected it at most once`] };
  }
  const read = texts.map((text) => ({ text, parsed: flag.type.parse(text ?? '', env) }));
  const errors = read.flatMap(({ text, parsed }) => {
    if (text === undefined) return [`${where}: read no value, expected ${flag.type.expected}`];
    if (origin === 'flag' && flag.type.isNoneWhenBlank && text.trim() === '')
      return [`${where}: read ${quote(text)}, expected ${flag.type.expected}`];
    return parsed.ok ? [] : [`${where}: read ${quote(text)}, expected ${parsed.expected}`];
  });
  return {
    values: read.flatMap(({ parsed }) => (parsed.ok ? [parsed.value] : [])),
    errors,
    settings: texts.map((text) => ({ flag: asFlag(name, flag, text ?? ''), origin })),
  };
}

function asFlag(name: string, flag: Flag, text: string): string {
  if (isSwitch(flag)) return text === 'true' ? `--${name}` : `--no-${name}`;
  return `--${name}=${text}`;
}
