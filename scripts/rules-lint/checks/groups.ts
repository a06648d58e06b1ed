import type { Group } from '../rules/model.ts';
import type { Check, FileProblem } from './check.ts';

/** Lookback is five minutes: what is evaluated less often has gaps. */
const longestInterval = 300;

/** Each group has a name of its own and says how often it is evaluated, at least every five minutes. */
export const groups: Check = {
  name: 'group',
  set: ({ rules }) => rules.groups.flatMap((group, index) => problemsOf(group, rules.groups.slice(0, index))),
};

function problemsOf(group: Group, before: readonly Group[]): readonly FileProblem[] {
  const { file, line, name, interval } = group;
  const at = { file, line, rule: name };
  const problems: FileProblem[] = [];
  if (before.some((other) => other.name === name)) {
    problems.push({ ...at, wrong: `a second group ${name}`, expected: 'a name of its own' });
  }
  if (interval === undefined || interval > longestInterval) {
    const wrong = interval === undefined ? 'a group without an interval' : `an interval of ${interval} s`;
    problems.push({ ...at, wrong, expected: `${longestInterval} s at most` });
  }
  return problems;
}
