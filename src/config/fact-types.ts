import { isDay } from '../model/day.ts';
import { accept, reject, type ValueType } from './value.ts';
import { switchType } from './value-types.ts';

/**
 * A value that need not be given. A flag without it is an error all the same: what stands behind
 * `--kernel-release="$(ssh host uname -r)"` may have failed, and then another host would be judged.
 */
export const optional = <T>(type: ValueType<T>): ValueType<T | undefined> => ({
  ...type,
  isNoneWhenBlank: true,
  parse: (text, env) => (text.trim() === '' ? accept(undefined) : type.parse(text, env)),
});

/**
 * Any text, without the blanks around it. Whether it makes sense is not for the flags to say: what cannot be
 * understood is an answer, too.
 */
export const textLike = (example: string): ValueType<string> => ({
  placeholder: 'text',
  expected: `a text such as ${example}`,
  parse: (text) => accept(text.trim()),
});

/** A key with its value. */
export type Pair = readonly [key: string, value: string];

/** `key=value`; the key may hold blanks, as those of the Engine do. */
export const pairLike = (example: string): ValueType<Pair | undefined> => {
  const expected = `key=value, such as ${example}`;
  return optional({
    placeholder: 'key=value',
    expected,
    parse: (text) => {
      const [, key = '', value = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
      return key.trim() === '' || value.trim() === '' ? reject(expected) : accept([key.trim(), value.trim()]);
    },
  });
};

/** A day that is in the calendar, `2026-11-22`. */
export const calendarDay: ValueType<string> = {
  placeholder: 'YYYY-MM-DD',
  expected: 'a day such as 2026-11-22',
  parse: (text) => (isDay(text) ? accept(text) : reject(calendarDay.expected)),
};

/** A fact that is so or not; as a switch it could not be left open. */
export const truth: ValueType<boolean> = { ...switchType, placeholder: 'true|false' };
