import type { ValidateFunction } from 'ajv';
import type { Finding, Position, Problem } from './problem.ts';
import { readText } from './read-file.ts';
import { schemaFindings } from './schema-findings.ts';
import { parseYaml, type YamlText } from './yaml-text.ts';

/** More problems of one file help nobody. */
const mostTold = 50;

/** A file that is as its schema wants it. */
export interface LoadedFile<T> {
  readonly path: string;
  readonly value: T;
  readonly problemsOf: (findings: readonly Finding[]) => readonly Problem[];
}

export type FileResult<T> = { readonly file: LoadedFile<T> } | { readonly problems: readonly Problem[] };

/** Reads a file and holds it against its schema. */
export function loadFile<T>(path: string, validate: ValidateFunction<T>): FileResult<T> {
  const read = readText(path);
  if ('problem' in read) return { problems: [{ file: path, text: read.problem }] };
  const parsed = parseYaml(read.text);
  if ('problems' in parsed) return { problems: bounded(path, parsed.problems) };
  const { yaml } = parsed;
  const problemsOf = (findings: readonly Finding[]) => bounded(path, placed(findings, yaml));
  if (!validate(yaml.value)) return { problems: problemsOf(schemaFindings(validate.errors ?? [])) };
  return { file: { path, value: yaml.value, problemsOf } };
}

interface Placed {
  readonly position: Position;
  readonly text: string;
}

const placed = (findings: readonly Finding[], yaml: YamlText): readonly Placed[] =>
  findings.slice(0, mostTold + 1).map((finding) => ({ position: yaml.placeOf(finding), text: finding.text }));

function bounded(file: string, places: readonly Placed[]): readonly Problem[] {
  const told = places.slice(0, mostTold).map(({ position, text }) => ({ file, position, text }));
  const last = told.at(-1);
  if (places.length <= mostTold || last === undefined) return told;
  return [...told, { file, position: last.position, text: `more than ${mostTold} problems: the others are not told` }];
}
