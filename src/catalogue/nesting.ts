import type { CST } from 'yaml';
import type { Place } from './yaml-nodes.ts';

/** An advisory is nested about ten deep. */
const deepest = 64;

/** Where the tokens are nested too deep to be gone through by recursion; by a list of its own, not by recursion. */
export function isTooDeep(tokens: readonly CST.Token[]): Place | undefined {
  const waiting: (readonly [token: CST.Token, depth: number])[] = tokens.map((token) => [token, 0]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [token, depth] = next;
    if (depth > deepest) return { offset: offsetIn(token), text: `expected at most ${deepest} levels, got more` };
    for (const inner of innerOf(token)) waiting.push([inner, depth + 1]);
  }
  return undefined;
}

function innerOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((inner) => inner !== null && inner !== undefined));
}

const offsetIn = (token: CST.Token): number => ('offset' in token ? token.offset : 0);
