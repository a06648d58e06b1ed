import type { ErrorObject } from 'ajv';
import { quote } from '../advisories/quote.ts';
import type { Path } from '../advisories/walk.ts';
import { either } from '../advisories/words.ts';
import { closest } from '../model/closest.ts';
import type { Finding } from './problem.ts';

/** What is wrong by the schema, in words. The titles of the schema say what is expected. */
export const schemaFindings = (errors: readonly ErrorObject[]): readonly Finding[] =>
  errors.flatMap((error) => findingOf(error) ?? []);

function findingOf(error: ErrorObject): Finding | undefined {
  // The parts of an either-or say that the other part is missing; names of keys are told by what is wrong with them.
  if (error.schemaPath.includes('/oneOf/') || error.keyword === 'propertyNames') return undefined;
  const path = pathOf(error.instancePath);
  const { params, data } = error as { params: Record<string, unknown>; data: unknown };
  switch (error.keyword) {
    case 'required':
      return { path, text: `the key ${quote(String(params['missingProperty']))} is missing${inPlace(path)}` };
    case 'additionalProperties':
      return unknownKey(error, path, String(params['additionalProperty']));
    case 'uniqueItems':
      return repeatedEntry(data as readonly unknown[], params, path);
    case 'minProperties':
    case 'maxProperties':
    case 'oneOf':
      return wrongNumberOfKeys(error, path);
    case 'minItems':
      return { path, text: `expected ${expectedBy(error)} with at least one entry, got an empty list` };
    default:
      return error.propertyName === undefined
        ? { path, text: `expected ${expectedBy(error)}, got ${shownValue(data)}` }
        : {
            path: [...path, error.propertyName],
            on: 'key',
            text: `expected ${expectedBy(error)}, got ${quote(error.propertyName)}`,
          };
  }
}

function repeatedEntry(data: readonly unknown[], { i, j }: Record<string, unknown>, path: Path): Finding {
  const index = Math.max(Number(i), Number(j));
  return { path: [...path, index], text: `expected each entry once, got ${shownValue(data[index])} again` };
}

function unknownKey(error: ErrorObject, path: Path, key: string): Finding {
  const known = knownKeys(error);
  const meant = closest(key, known);
  const hint = meant === undefined ? `expected ${either(known)}` : `did you mean ${quote(meant)}?`;
  return { path: [...path, key], on: 'key', text: `unknown key ${quote(key)}${inPlace(path)}: ${hint}` };
}

const schemaOf = (error: ErrorObject): Readonly<Record<string, unknown>> => error.parentSchema ?? {};

const knownKeys = (error: ErrorObject): readonly string[] => Object.keys(schemaOf(error)['properties'] ?? {});

/** The keys of which one has to be there: those of an either-or, else all that the mapping may have. */
function choices(error: ErrorObject): readonly string[] {
  const { oneOf } = schemaOf(error) as { oneOf?: readonly { readonly required: readonly string[] }[] };
  return error.keyword === 'oneOf' ? (oneOf ?? []).flatMap(({ required }) => required) : knownKeys(error);
}

function wrongNumberOfKeys(error: ErrorObject, path: Path): Finding {
  const { maxProperties, title } = schemaOf(error) as { maxProperties?: number; title?: string };
  const known = choices(error);
  const given = Object.keys(error.data as object).filter((key) => maxProperties === 0 || known.includes(key));
  const expected = maxProperties === 0 ? (title ?? 'an empty mapping') : `${amountOf(error)} one of ${either(known)}`;
  return { path, text: `expected ${expected}, got ${given.slice(0, 5).map(quote).join(', ') || 'none'}` };
}

function amountOf(error: ErrorObject): string {
  const { minProperties, maxProperties } = schemaOf(error);
  if (error.keyword === 'oneOf' || minProperties === maxProperties) return 'exactly';
  return maxProperties === undefined ? 'at least' : 'at most';
}

function expectedBy(error: ErrorObject): string {
  const { title, enum: values } = schemaOf(error) as { title?: string; enum?: readonly string[] };
  return title ?? either(values ?? [`a valid ${error.keyword}`]);
}

/** `in exposed.all[0]`; nothing for the file as a whole. */
const inPlace = (path: Path): string => (path.length === 0 ? '' : ` in ${nameOf(path)}`);

export const nameOf = (path: Path): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`)).join('');

/** The parts of a JSON pointer. */
const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

function shownValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? quote(value) : String(value);
}
