/**
 * What an error has to say, one line each. One that finds several things wrong at once, such as a
 * CatalogueError, carries them as `problems`.
 */
export function problemsOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const problems: unknown = 'problems' in error ? error.problems : undefined;
  return Array.isArray(problems) && problems.length > 0 ? problems.map(String) : [error.message];
}
