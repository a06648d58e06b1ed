import type { Dashboard } from '../model/dashboard.ts';
import type { Problem } from './check.ts';

/** All, or two values, of a variable that has one value on the other dashboard: it keeps them, and finds nothing. */
export function manyForOne(name: string, source: Dashboard, target: Dashboard): readonly Problem[] {
  const isMany = ({ variables }: Dashboard): boolean | undefined =>
    variables.find((variable) => variable.name === name)?.isMany;
  return isMany(source) === true && isMany(target) === false
    ? [{ wrong: `many values of ${name}, which has one there`, expected: `a link without ${name}` }]
    : [];
}
