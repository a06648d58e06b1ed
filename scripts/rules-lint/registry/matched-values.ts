import type { LabelValues } from '../../../src/model/sample.ts';
import type { Matcher } from '../promql/ast.ts';

/** The values of a closed list that a matcher lets through; a free label stays free unless one value is asked for. */
export function matchedValues(values: LabelValues, { operator, value }: Matcher): LabelValues {
  if (values === 'free') return operator === '=' ? [value] : 'free';
  const isMatch = operator.endsWith('~') ? patternOf(value) : (each: string) => each === value;
  if (isMatch === undefined) return values;
  return values.filter((each) => isMatch(each) !== operator.startsWith('!'));
}

/** A test of the whole value, as Prometheus anchors it; undefined for a pattern that JavaScript has not. */
export function patternOf(pattern: string): ((value: string) => boolean) | undefined {
  try {
    const expression = new RegExp(`^(?:${pattern})$`, 's');
    return (value) => expression.test(value);
  } catch {
    return undefined;
  }
}

/** The alternatives of a pattern: what stands between `|` outside of any bracket. */
export function alternativesOf(pattern: string): readonly string[] {
  const found = [''];
  let depth = 0;
  for (const part of pattern.match(/\\.|[^\\]/gs) ?? []) {
    if (part === '(' || part === '[') depth += 1;
    if (part === ')' || part === ']') depth -= 1;
    if (part === '|' && depth === 0) found.push('');
    else found[found.length - 1] += part;
  }
  return found;
}
