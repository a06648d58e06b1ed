import type { AdvisoryFile, Condition, VersionRange } from '../../src/model/advisory.ts';

const factOf = { engine: 'engine_version', containerd: 'containerd_version', runc: 'runc_version' } as const;
type VersionFact = (typeof factOf)[keyof typeof factOf];

/** For each component that an advisory has conditions on: the highest version of which the files say that it is fixed. */
export function ranges(
  advisory: AdvisoryFile,
): readonly { readonly fact: VersionFact; readonly newest: readonly number[] }[] {
  const found = new Map<VersionFact, readonly VersionRange[]>();
  for (const condition of [advisory.exposed, advisory.possible]) {
    if (condition !== undefined) collect(condition, found);
  }
  return [...found].flatMap(([fact, list]) => {
    const fixes = list.map(({ first_fixed }) => numbers(first_fixed));
    if (fixes.includes(undefined)) return []; // a line without a fix
    const newest = fixes
      .flatMap((fix) => (fix === undefined ? [] : [fix]))
      .sort(compare)
      .at(-1);
    return newest === undefined ? [] : [{ fact, newest }];
  });
}

function collect(condition: Condition, found: Map<VersionFact, readonly VersionRange[]>): void {
  if ('all' in condition) for (const each of condition.all) collect(each, found);
  if ('any' in condition) for (const each of condition.any) collect(each, found);
  for (const [key, fact] of Object.entries(factOf)) {
    const list = (condition as Readonly<Record<string, readonly VersionRange[] | undefined>>)[key];
    if (list !== undefined) found.set(fact, [...(found.get(fact) ?? []), ...list]);
  }
}

/** `17.12.1` in numbers; undefined: `never`, `unknown`. */
function numbers(text: string): readonly number[] | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)/.exec(text);
  return match?.slice(1).map(Number);
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((each, index) => each - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
