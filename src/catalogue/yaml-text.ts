import { Composer, type Document, isMap, isNode, LineCounter, type ParsedNode, Parser, type YAMLError } from 'yaml';
import { printable } from '../advisories/quote.ts';
import type { Path } from '../advisories/walk.ts';
import { isTooDeep } from './nesting.ts';
import type { Finding, Position } from './problem.ts';
import { forbiddenIn, type Place } from './yaml-nodes.ts';

/** A file of YAML, and where in it each value stands. */
export interface YamlText {
  readonly value: unknown;
  readonly placeOf: (finding: Pick<Finding, 'path' | 'on'>) => Position;
}

export type YamlResult =
  | { readonly yaml: YamlText }
  | { readonly problems: readonly { readonly position: Position; readonly text: string }[] };

/** One unclosed bracket can bring about one for each character of the file. */
const mostErrors = 100;

/** Some of the package's messages hold what they are about. */
const longestMessage = 200;

type ParsedDocument = Document.Parsed<ParsedNode>;

/**
 * Values and places of one YAML document (version 1.2, core schema). Keys are texts and stand once;
 * aliases are not allowed, since a few lines of them can stand for billions.
 */
export function parseYaml(text: string): YamlResult {
  const lines = new LineCounter();
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const failed = (places: readonly Place[]): YamlResult => ({
    problems: places.map(({ offset, text: what }) => ({ position: positionOf(offset), text: what })),
  });

  // Tokens first: the composer goes down by recursion, and its stack overflows in places that no `catch` sees.
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = isTooDeep(tokens);
  if (deep !== undefined) return failed([deep]);
  const [document, second] = composed(tokens, text.length);
  if (document === undefined) return { yaml: { value: null, placeOf: () => ({ line: 1, column: 1 }) } };
  const places = [...document.errors, ...document.warnings].slice(0, mostErrors).map(placeOfError);
  if (second !== undefined) places.push({ offset: second.range[0], text: 'expected one document, got a second one' });
  if (places.length === 0) places.push(...forbiddenIn(document.contents));
  if (places.length > 0) return failed(places);
  const placeOf = ({ path, on }: Pick<Finding, 'path' | 'on'>) => positionOf(offsetOf(document, path, on));
  return { yaml: { value: document.toJS({ maxAliasCount: 0 }) as unknown, placeOf } };
}

/** The first two documents, which is one too many. */
function composed(tokens: Parameters<Composer['compose']>[0], length: number): readonly ParsedDocument[] {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    strict: true,
    stringKeys: true,
    // Compared in a set of ours: the one of the package takes the square of the number of keys.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents: ParsedDocument[] = [];
  for (const document of composer.compose(tokens, true, length)) {
    documents.push(document as ParsedDocument);
    if (documents.length === 2) break;
  }
  return documents;
}

const placeOfError = ({ pos, message }: YAMLError): Place => ({
  offset: pos[0],
  text: `expected YAML: ${printable(message.slice(0, 2 * longestMessage).replaceAll(/\s+/g, ' '), longestMessage)}`,
});

/** Where the value stands, or the nearest that is around it. */
function offsetOf(document: ParsedDocument, path: Path, on: 'key' | undefined): number {
  for (let length = path.length; length > 0; length--) {
    const offset =
      on === 'key' && length === path.length ? keyOffset(document, path) : valueOffset(document, path, length);
    if (offset !== undefined) return offset;
  }
  return document.contents?.range[0] ?? 0;
}

function valueOffset(document: ParsedDocument, path: Path, length: number): number | undefined {
  const node = document.getIn(path.slice(0, length), true);
  return isNode(node) ? node.range?.[0] : undefined;
}

function keyOffset(document: ParsedDocument, path: Path): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const key = parent.items.map((pair) => pair.key).find((each) => isNode(each) && each.toString() === path.at(-1));
  return isNode(key) ? key.range?.[0] : undefined;
}
