import type { Advisory, Condition } from '../model/advisory.ts';

/** The keys and places that lead to a part of an advisory. */
export type Path = readonly (string | number)[];

/** A condition and where in its file it stands. */
export interface PlacedCondition {
  readonly condition: Condition;
  readonly path: Path;
}

/** Every condition of an advisory, those inside of others too. */
export function conditionsOf({ exposed, possible, unless, contradictions = [] }: Advisory): readonly PlacedCondition[] {
  return [
    ...within(exposed, ['exposed']),
    ...(possible === undefined ? [] : within(possible, ['possible'])),
    ...(unless === undefined ? [] : within(unless, ['unless'])),
    ...contradictions.flatMap(({ when }, index) => within(when, ['contradictions', index, 'when'])),
  ];
}

function within(condition: Condition, path: Path): readonly PlacedCondition[] {
  return [{ condition, path }, ...partsOf(condition, path).flatMap((part) => within(part.condition, part.path))];
}

function partsOf(condition: Condition, path: Path): readonly PlacedCondition[] {
  if ('all' in condition)
    return condition.all.map((part, index) => ({ condition: part, path: [...path, 'all', index] }));
  if ('any' in condition)
    return condition.any.map((part, index) => ({ condition: part, path: [...path, 'any', index] }));
  if (!('kernel' in condition)) return [];
  return condition.kernel.first_of.flatMap(({ and }, index) =>
    and === undefined ? [] : [{ condition: and, path: [...path, 'kernel', 'first_of', index, 'and'] }],
  );
}
