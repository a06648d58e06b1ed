/** Longer words are not typing errors; the bound also keeps the cost of a hostile one small. */
const longestWord = 64;

/**
 * The candidate that was probably meant: the only one that begins or ends with `word`, else the one
 * with the fewest typing errors, if these are at most a third of the word.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined;
  const containing = candidates.filter((name) => name.startsWith(word) || name.endsWith(word));
  if (word.length >= 3 && containing.length === 1) return containing[0];

  const ranked = candidates
    .map((name) => ({ name, distance: editDistance(word, name) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= word.length / 3 ? best.name : undefined;
}

/** Levenshtein distance, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (row[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
