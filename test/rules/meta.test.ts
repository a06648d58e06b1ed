import { describe, expect, it } from 'vitest';
import { type Case, cases, casesOf } from './support/cases.ts';
import { titleOf } from './support/mutants.ts';
import { groups, nameOf, rules, seconds, testFiles } from './support/rule-files.ts';

const alerts = rules.filter(({ alert }) => alert !== undefined);
const records = [...new Set(rules.flatMap(({ record }) => (record === undefined ? [] : [record])))];
const allTests = testFiles.flatMap(({ tests }) => tests);

/** Cases that an alert cannot have. */
const without: Readonly<Record<string, { readonly cases: readonly Case[]; readonly why: string }>> = {
  'Watchdog/none': {
    cases: ['resolves', 'healthy', 'below', 'gap', 'restart'],
    why: 'it always fires and looks at no series',
  },
  'DockerHostFreezing/critical': {
    cases: ['restart'],
    why: 'gauges of this moment: a restart of the host is a resolve',
  },
};

describe('each alert', () => {
  it.each(alerts.map((rule) => [titleOf(rule), rule] as const))('%s has every case', (title, rule) => {
    const found = casesOf(rule);
    const excused = without[title]?.cases ?? [];
    expect(cases.filter((each) => !found.has(each))).toEqual(excused);
  });

  it('has a title of its own', () => {
    const titles = alerts.map(titleOf);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it.each(alerts.map((rule) => [titleOf(rule), rule] as const))(
    '%s is expected with all its annotations',
    (_, rule) => {
      const expected = allTests
        .flatMap(({ alert_rule_test = [] }) => alert_rule_test)
        .filter(({ alertname }) => alertname === rule.alert)
        .flatMap(({ exp_alerts }) => exp_alerts)
        .filter(({ exp_labels }) => exp_labels['severity'] === rule.labels?.['severity']);
      expect(expected.length).toBeGreaterThan(0);
      for (const { exp_annotations } of expected) {
        expect(Object.keys(exp_annotations).sort()).toEqual(Object.keys(rule.annotations ?? {}).sort());
      }
    },
  );
});

describe('each recording rule', () => {
  it.each(records)('%s is evaluated to a value', (record) => {
    const tests = allTests
      .flatMap(({ promql_expr_test = [] }) => promql_expr_test)
      .filter(({ expr }) => expr === record);
    expect(tests.some(({ exp_samples }) => exp_samples.some(({ value }) => value !== 0))).toBe(true);
  });
});

describe('each test file', () => {
  const names = testFiles.map((file) => [nameOf(file.path), file] as const);

  it.each(names)('%s takes a sample each minute at the least', (_, { tests }) => {
    for (const { name, interval } of tests) expect([name, seconds(interval) <= 60]).toEqual([name, true]);
  });

  it.each(names.filter(([name]) => name !== 'traps.test.yml'))(
    '%s evaluates all groups, recordings first',
    (_, file) => {
      expect(file.group_eval_order).toEqual(groups.map(({ name }) => name));
    },
  );

  it.each(names)('%s writes values that no reader of YAML takes for a number', (_, { tests }) => {
    const values = tests.flatMap(({ input_series }) => input_series.map((series) => series.values));
    expect(values.filter((each) => typeof each !== 'string')).toEqual([]);
  });

  it.each(names)('%s tests alerts that there are', (name, { tests }) => {
    const known = new Set(alerts.map(({ alert }) => alert));
    const tested = tests.flatMap(({ alert_rule_test = [] }) => alert_rule_test.map(({ alertname }) => alertname));
    expect(name === 'traps.test.yml' ? [] : tested.filter((alert) => !known.has(alert))).toEqual([]);
  });
});
