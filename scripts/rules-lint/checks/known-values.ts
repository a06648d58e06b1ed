import type { Matcher } from '../promql/ast.ts';
import { find } from '../promql/walk.ts';
import { alternativesOf, matchedValues, patternOf } from '../registry/matched-values.ts';
import type { Check } from './check.ts';

/** Every value in a matcher, and every alternative of a pattern, is in the closed list of its label. */
export const knownValues: Check = {
  name: 'known-value',
  expr: ({ expr, registry, lineAt }) =>
    find(expr, 'selector').flatMap(({ node }) =>
      node.matchers.flatMap((matcher) => {
        const values = registry.get(node.metric)?.labels.get(matcher.label) ?? 'free';
        return strangers(matcher, values).map((value) => ({
          line: lineAt(matcher.from),
          wrong: `${node.metric} never has ${matcher.label}="${value}"`,
          expected: `one of ${[...values].join(', ')}`,
        }));
      }),
    ),
};

/** The parts of a matcher that fit no value of the list. An argument of a template is not known before it is used. */
function strangers(matcher: Matcher, values: readonly string[] | 'free'): readonly string[] {
  if (values === 'free' || matcher.value.startsWith('$')) return [];
  const isPattern = matcher.operator.endsWith('~');
  if (isPattern && patternOf(matcher.value) === undefined) return [matcher.value];
  const parts = isPattern ? alternativesOf(matcher.value) : [matcher.value];
  const operator = isPattern ? '=~' : '=';
  return parts.filter((value) => matchedValues(values, { ...matcher, operator, value }).length === 0);
}
