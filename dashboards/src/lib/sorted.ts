/** Where only newest Grafana shows it; the SDK asks for it everywhere. Without it a link is where it always was. */
const inMenu = 'inControlsMenu';

/** The same value with the keys of every object in order, without what is undefined or `inMenu`. Lists keep theirs. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== inMenu);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
