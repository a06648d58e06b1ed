import fc, { type Arbitrary } from 'fast-check';
import { absent, denied, malformed, ok, type Reading, timedOut } from '../../src/model/reading.ts';

export const count: Arbitrary<number> = fc.nat();
export const seconds: Arbitrary<number> = fc.double({ min: 0, max: 1e10, noNaN: true });
/** Any text, what breaks an exposition included: quotes, backslashes, line ends. */
export const word: Arbitrary<string> = fc.oneof(fc.string(), fc.constantFrom('', '"', '\\', '\n', 'docker-1', 'a'));

export const optional = <T>(value: Arbitrary<T>): Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

/** One value for each key. */
export const record = <K extends string, T>(keys: readonly K[], value: Arbitrary<T>): Arbitrary<Record<K, T>> =>
  fc
    .tuple(...keys.map(() => value))
    .map((values) => Object.fromEntries(keys.map((key, index) => [key, values[index]])) as Record<K, T>);

const failures = [absent, denied, malformed, timedOut] as const;

/** A reading of any kind: good, good with parts missing, and each that failed. */
export const reading = <T>(value: Arbitrary<T>): Arbitrary<Reading<T>> =>
  fc.oneof(
    { weight: 4, arbitrary: value.map((good) => ok(good)) },
    { weight: 1, arbitrary: fc.tuple(value, word).map(([good, missed]) => ok(good, [`denied: ${missed}`])) },
    {
      weight: 4,
      arbitrary: fc.tuple(fc.constantFrom(...failures), word).map(([failure, detail]) => failure(detail)),
    },
  );
