import { andThen, ok, type Reading } from '../model/reading.ts';
import { unexpected } from './text.ts';

/** An answer of the Engine: any field may be missing, null or of another type, by version. */
export type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses a body that has to be a JSON object. */
export function parseObject(body: string): Reading<JsonObject> {
  return andThen(parseJson(body), (value) => (isObject(value) ? ok(value) : unexpected('a JSON object', body)));
}

/** Parses a body that has to be a JSON array of objects. Go writes an empty list as `null` at times. */
export function parseObjects(body: string): Reading<readonly JsonObject[]> {
  return andThen(parseJson(body), (value) => {
    const list = toObjects(value);
    return list === undefined ? unexpected('a JSON array of objects', body) : ok(list);
  });
}

function parseJson(body: string): Reading<unknown> {
  try {
    return ok<unknown>(JSON.parse(body));
  } catch {
    // The parser's own message adds nothing to the text itself, and quotes it unbounded.
    return unexpected('JSON', body);
  }
}

function toObjects(value: unknown): readonly JsonObject[] | undefined {
  if (value === null) return [];
  return Array.isArray(value) && value.every(isObject) ? value : undefined;
}

export const objectAt = (object: JsonObject, key: string): JsonObject | undefined => {
  const value = object[key];
  return isObject(value) ? value : undefined;
};

/** The list at `key`, empty for null; undefined when it is missing or has anything but objects in it. */
export const objectsAt = (object: JsonObject, key: string): readonly JsonObject[] | undefined => toObjects(object[key]);

/** The array at `key` with whatever is in it. */
export const arrayAt = (object: JsonObject, key: string): readonly unknown[] | undefined => {
  const value = object[key];
  return Array.isArray(value) ? value : undefined;
};

/** The text at `key`. Go writes text that was never set as `""`: that is undefined here. */
export const stringAt = (object: JsonObject, key: string): string | undefined => {
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const numberAt = (object: JsonObject, key: string): number | undefined => {
  const value = object[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const booleanAt = (object: JsonObject, key: string): boolean | undefined => {
  const value = object[key];
  return typeof value === 'boolean' ? value : undefined;
};

/** A value of JSON for a message, without going down into objects. */
export const brief = (value: unknown): string => (typeof value === 'object' && value !== null ? '{…}' : String(value));
