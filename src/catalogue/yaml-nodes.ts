import { isAlias, isMap, isPair, isScalar, isSeq, type ParsedNode } from 'yaml';
import { quote } from '../advisories/quote.ts';

/** A place in a text, by characters from its beginning, and what is wrong there. */
export interface Place {
  readonly offset: number;
  readonly text: string;
}

/** Aliases and keys that stand twice. */
export function forbiddenIn(node: ParsedNode | null): readonly Place[] {
  if (node === null || isScalar(node)) return [];
  if (isAlias(node)) return [{ offset: node.range[0], text: 'expected a value, got an alias: write it out' }];
  if (isSeq(node)) return node.items.flatMap((item) => (isPair(item) ? [] : forbiddenIn(item as ParsedNode)));
  if (!isMap(node)) return [];
  const seen = new Set<unknown>();
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? key.value : undefined;
    const twice = seen.has(name);
    seen.add(name);
    return [
      ...(twice ? [{ offset: key.range[0], text: `expected each key once, got ${quote(String(name))} again` }] : []),
      ...forbiddenIn(key),
      ...forbiddenIn(value),
    ];
  });
}
