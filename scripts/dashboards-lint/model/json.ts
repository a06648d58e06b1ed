/** What is read from JSON before anything is known of it. Each reader gives something empty for the wrong kind. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

/** The objects of a list. */
export const objectsOf = (value: unknown): readonly JsonObject[] => listOf(value).map(objectOf);

/** A text within a value, and the keys that lead to it. */
export interface TextWithin {
  readonly keys: readonly string[];
  readonly text: string;
}

/** Every text within a value. */
export function textsIn(value: unknown, keys: readonly string[] = []): readonly TextWithin[] {
  if (typeof value === 'string') return [{ keys, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...keys, key]));
}
