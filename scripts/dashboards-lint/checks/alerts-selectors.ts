import type { Matcher, Selector } from '../../rules-lint/promql/ast.ts';
import { find } from '../../rules-lint/promql/walk.ts';
import { patternOf } from '../../rules-lint/registry/matched-values.ts';
import type { Variable } from '../model/dashboard.ts';
import { textOf } from '../model/json.ts';
import { replaceVariables } from '../queries/variables-in.ts';
import { isOfAlerts } from '../registry/registry.ts';
import type { Check } from './check.ts';

/** Where all hosts are shown, no alert is left out only because it is of more than one host and has fewer labels. */
export const alertsSelectors: Check = {
  name: 'alerts-selector',
  query: ({ expr, dashboard: { variables }, alerts }) => {
    const selectors = find(expr, 'selector')
      .map(({ node }) => node)
      .filter(({ metric, matchers }) => isOfAlerts(metric) && !matchers.some(({ label }) => label === 'instance'));
    return [...alerts].flatMap(([alert, rules]) =>
      rules
        .flatMap(({ labels, severity }) => {
          const about = selectors.filter((selector) => isAbout(selector, alert, severity));
          const missing = about.map((selector) => labelsThatKeepOut(selector, labels, variables));
          return missing.some((each) => each.length === 0) ? [] : (missing[0] ?? []);
        })
        .map((label) => ({
          wrong: `${label} asked for, which ${alert} has not`,
          expected: `it without ${label}, too`,
        })),
    );
  },
};

/** Whether a selector asks for an alert, as far as its name and severity go. */
const isAbout = ({ matchers }: Selector, alert: string, severity: string): boolean =>
  matchers.every(
    (matcher) =>
      (matcher.label !== 'alertname' || fits(matcher, matcher.value, alert)) &&
      (matcher.label !== 'severity' || fits(matcher, matcher.value, severity)),
  );

/** The labels that a selector asks for, All chosen, and that are not among these. */
const labelsThatKeepOut = ({ matchers }: Selector, labels: ReadonlySet<string>, variables: readonly Variable[]) =>
  matchers
    .filter(({ label }) => !labels.has(label) && label !== 'alertname' && label !== 'alertstate')
    .filter((matcher) => {
      const all = (name: string) => textOf(variables.find((each) => each.name === name)?.json['allValue']) || '.+';
      return !fits(matcher, replaceVariables(matcher.value, all), '');
    })
    .map(({ label }) => label);

function fits({ operator }: Matcher, pattern: string, value: string): boolean {
  const isMatch = operator.endsWith('~') ? (patternOf(pattern)?.(value) ?? false) : pattern === value;
  return isMatch !== operator.startsWith('!');
}
