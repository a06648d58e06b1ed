import { type CreateNodeOptions, type SchemaOptions, stringify, type ToStringOptions } from 'yaml';
import { at, type Firing, type SeriesLine, type Timeline } from '../../../scripts/docs/incident-timeline.ts';
import { groups, rules } from '../../rules/support/rule-files.ts';
import { expectationsOf } from './expectations.ts';
import { notationOf, samplesOf } from './values.ts';

const job = 'docker-host';

/** As the formatter of this repository leaves it: each text in quotes and on one line. */
export const yamlStyle: ToStringOptions & SchemaOptions & CreateNodeOptions = {
  lineWidth: 0,
  singleQuote: true,
  defaultStringType: 'QUOTE_SINGLE',
  defaultKeyType: 'PLAIN',
  aliasDuplicateObjects: false,
};

/** What stands at the head of a generated file. */
export const header = (source: string): string =>
  `# Generated from ${source}: change that, then run vitest on test/replay with --update, and once more without.\n`;

/** What every test file of promtool begins with. */
export const frame = (interval: string) => ({
  rule_files: ['../../rules/*.rules.yml'],
  evaluation_interval: interval,
  group_eval_order: groups.map(({ name }) => name),
});

/** `name{a="b"}` with job and instance. */
export function ofHost(series: string, instance: string): string {
  const [name, labels = ''] = series.split(/[{}]/);
  return `${name}{${labels}${labels === '' ? '' : ', '}job="${job}", instance="${instance}"}`;
}

/** A timeline as a test file of promtool. */
export function promtoolFile(timeline: Timeline, source: string): string {
  const { interval, title } = timeline;
  const test = {
    name: title,
    interval,
    input_series: seriesOf(timeline),
    alert_rule_test: timeline.alerts.filter(({ description }) => description !== undefined).map(alertTest(timeline)),
    promql_expr_test: expectationsOf(timeline),
  };
  return header(source) + stringify({ ...frame(interval), tests: [test] }, yamlStyle);
}

function seriesOf(timeline: Timeline): readonly { series: string; values: string }[] {
  const step = at(timeline.interval);
  const count = at(timeline.length) / step + 1;
  const isGap = (index: number): boolean =>
    timeline.gaps.some(({ from, until }) => at(from) <= index * step && index * step < at(until));
  const up = {
    series: ofHost('up', timeline.instance),
    values: notationOf(Array.from({ length: count }, (_, index) => (isGap(index) ? 0 : 1))),
  };
  const scraped = timeline.series.map((line: SeriesLine) => ({
    series: ofHost(line.series, timeline.instance),
    values: notationOf(samplesOf(line, step, count).map((sample, index) => (isGap(index) ? '_' : sample))),
  }));
  return [up, ...scraped];
}

function alertTest({ instance }: Timeline): (firing: Firing) => object {
  return ({ alert, severity, from, labels, description = '', alongside = {} }) => ({
    eval_time: from,
    alertname: alert,
    exp_alerts: Object.entries({ [severity]: description, ...alongside }).map(([each, said]) => ({
      exp_labels: { severity: each, component: job, ...labels, job, instance },
      exp_annotations: { ...annotationsOf(alert, each), description: said.trim() },
    })),
  });
}

function annotationsOf(alert: string, severity: string): object {
  const rule = rules.find((each) => each.alert === alert && each.labels?.['severity'] === severity);
  if (rule === undefined) throw new Error(`no rule ${alert} of severity ${severity}`);
  return rule.annotations ?? {};
}
