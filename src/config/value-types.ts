import { accept, reject, type ValueType } from './value.ts';

/** A switch: `--name` and `--no-name` on the command line, true and false in the environment. */
export const switchType: ValueType<boolean> = {
  placeholder: '',
  expected: 'true or false',
  parse: (text) => (text === 'true' || text === 'false' ? accept(text === 'true') : reject(switchType.expected)),
};

/** One word of a closed list. */
export function choice<T extends string>(words: readonly T[]): ValueType<T> {
  const expected = `one of ${words.join(', ')}`;
  return {
    placeholder: words.join('|'),
    expected,
    parse: (text) => {
      const word = words.find((candidate) => candidate === text);
      return word === undefined ? reject(expected) : accept(word);
    },
  };
}

export function integer(least: number, most: number): ValueType<number> {
  const expected = `a whole number from ${least} to ${most}`;
  return {
    placeholder: 'number',
    expected,
    parse: (text) => {
      const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? accept(value) : reject(expected);
    },
  };
}

const secondsPerUnit = { ms: 0.001, s: 1, m: 60, h: 3600 } as const;

/** Seconds, or NaN. Go's notation: `500ms`, `3s`, `1h30m`, `1.5s`; a number without a unit is none. */
function parseDuration(text: string): number {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/.test(text)) return Number.NaN;
  const parts = text.matchAll(/([\d.]+)(ms|s|m|h)/g);
  return [...parts].reduce((sum, [, amount, unit]) => {
    return sum + Number(amount) * secondsPerUnit[unit as keyof typeof secondsPerUnit];
  }, 0);
}

/** A duration in seconds between two bounds that are written the same way. */
export function duration(shortest: string, longest: string): ValueType<number> {
  const expected = `a duration from ${shortest} to ${longest}, such as 3s or 1m30s`;
  return {
    placeholder: 'duration',
    expected,
    parse: (text) => {
      const seconds = parseDuration(text);
      const fits = seconds >= parseDuration(shortest) && seconds <= parseDuration(longest);
      return fits ? accept(seconds) : reject(expected);
    },
  };
}

/** An absolute path, without a slash at its end. */
export const absolutePath: ValueType<string> = {
  placeholder: 'path',
  expected: 'an absolute path',
  parse: (text) =>
    text.startsWith('/') && !text.includes('\0')
      ? accept(text.replace(/\/+$/, '') || '/')
      : reject(absolutePath.expected),
};

/** A path of the HTTP server that is not taken and means nothing special to its router. */
export const telemetryPath: ValueType<string> = {
  placeholder: 'path',
  expected:
    'a path such as /metrics, of letters, digits, ".", "_", "~" and "-", other than /, /status and those below /-/ and /docs/',
  parse: (text) => {
    const wellFormed = /^(?:\/[\w.~-]+)+$/.test(text) && !/\/\.{1,2}(?:\/|$)/.test(text);
    const taken = text === '/status' || /^\/(?:-|docs)\//.test(text);
    return wellFormed && !taken ? accept(text) : reject(telemetryPath.expected);
  },
};

/** Declared and refused: to ignore it would serve without the authentication that somebody asked for. */
export const notBuiltYet: ValueType<undefined> = {
  placeholder: 'file',
  expected: 'no value: TLS and authentication are not built yet',
  parse: (text) => (text === '' ? accept(undefined) : reject(notBuiltYet.expected)),
};
