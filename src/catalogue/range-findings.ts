import { quote } from '../advisories/quote.ts';
import type { Path } from '../advisories/walk.ts';
import { either } from '../advisories/words.ts';
import type { VersionRange } from '../model/advisory.ts';
import type { Scheme } from '../versions/scheme.ts';
import type { Finding } from './problem.ts';

/** The bounds in the order of their versions. */
const order = [
  'applies_from',
  'last_clean',
  'first_affected',
  'last_affected',
  'first_fixed',
  'applies_below',
] as const;
type BoundName = (typeof order)[number];

/** Words that stand in for a version. */
const words: Readonly<Partial<Record<BoundName, readonly string[]>>> = {
  last_clean: ['unknown'],
  first_affected: ['any', 'unknown'],
  first_fixed: ['never', 'unknown'],
};

/** A bound may be the same version as the next one where no version would be on both sides. */
const mayBeEqual: ReadonlySet<string> = new Set([
  'applies_from last_clean',
  'applies_from first_affected',
  'applies_from last_affected',
  'first_affected last_affected',
  'first_fixed applies_below',
]);

interface Bound<V> {
  readonly name: BoundName;
  readonly text: string;
  readonly version: V;
}

/** Bounds that are no versions, that are not in their order, and those that say nothing. */
export function rangeFindings<V>(scheme: Scheme<V>, ranges: readonly VersionRange[], path: Path): readonly Finding[] {
  return ranges.flatMap((range, index) => oneRange(scheme, range, [...path, index]));
}

function oneRange<V>(scheme: Scheme<V>, range: VersionRange, path: Path): readonly Finding[] {
  const findings: Finding[] = [...withoutMeaning(range, path)];
  const bounds: Bound<V>[] = [];
  for (const name of order) {
    const text = range[name];
    if (text === undefined || words[name]?.includes(text)) continue;
    const version = scheme.parse(text);
    if (version === undefined) findings.push({ path: [...path, name], text: notAVersion(scheme, name, text) });
    else bounds.push({ name, text, version });
  }
  return [...findings, ...notInOrder(scheme, bounds, path)];
}

const notAVersion = <V>(scheme: Scheme<V>, name: BoundName, text: string): string =>
  `expected ${either([scheme.expected, ...(words[name] ?? [])])}, got ${quote(text)}`;

function notInOrder<V>(scheme: Scheme<V>, bounds: readonly Bound<V>[], path: Path): readonly Finding[] {
  return bounds.slice(1).flatMap((bound, index) => {
    const before = bounds[index] as Bound<V>;
    const steps = scheme.compare(before.version, bound.version);
    if (steps < 0 || (steps === 0 && mayBeEqual.has(`${before.name} ${bound.name}`))) return [];
    const expected = `expected ${bound.name} above ${before.name}, which is ${quote(before.text)}`;
    return [{ path: [...path, bound.name], text: `${expected}, got ${quote(bound.text)}` }];
  });
}

/** Bounds that another one makes void: whoever wrote them expected them to do something. */
function withoutMeaning({ last_clean, first_affected, last_affected }: VersionRange, path: Path): readonly Finding[] {
  const voided = (name: BoundName): Finding => ({
    path: [...path, name],
    on: 'key',
    text: `${name} says nothing where first_affected is ${first_affected}: leave it out`,
  });
  if (first_affected === 'any' && last_clean !== undefined) return [voided('last_clean')];
  return first_affected === 'unknown' && last_affected !== undefined ? [voided('last_affected')] : [];
}
