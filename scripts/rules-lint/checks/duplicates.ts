import type { Rule } from '../rules/model.ts';
import type { Check } from './check.ts';

/** No two rules make the same series, and no two alerts of one severity ask the same. */
export const duplicates: Check = {
  name: 'duplicate',
  set: ({ rules: { rules } }) =>
    rules.flatMap((rule, index) => {
      const first = rules.slice(0, index).find((other) => isSame(rule, other));
      if (first === undefined) return [];
      const { file } = rule.group;
      const wrong = `the same as ${first.name} at ${first.group.file}:${first.line}`;
      return [{ file, line: rule.line, rule: rule.name, wrong, expected: 'one of them' }];
    }),
};

function isSame(one: Rule, other: Rule): boolean {
  const isSameSeries = one.name === other.name && labelsText(one) === labelsText(other);
  return one.kind === other.kind && (isSameSeries || (one.kind === 'alert' && squeezed(one) === squeezed(other)));
}

const labelsText = ({ labels }: Rule): string =>
  JSON.stringify([...labels].map(([name, { value }]) => [name, value]).sort());

const squeezed = ({ text }: Rule): string => text.value.replace(/\s+/g, ' ').trim();
