import { type Rule, seconds, type TestGroup, testFiles } from './rule-files.ts';

/**
 * Which cases the tests of an alert have. The convention: a test group is called like its alert, with `/severity` where
 * the name has two, and `instance` (or `cluster`, where an alert is of a fleet) says which case a series plays:
 *
 * - `fires` is told at some time, not before, and no longer at a later one;
 * - `healthy` and `below` (just below the threshold, or just too short) are there and never told;
 * - `gap` cannot be scraped for a moment in the middle and is told all the same;
 * - `restart` is restarted in between: the exporter, a daemon or the host.
 *
 * Other names are further cases. Where what is not there is the point, a group plays one case, named behind a colon:
 * `DockerHostExporterAbsent/critical: healthy`.
 */
export const cases = ['fires', 'resolves', 'healthy', 'below', 'gap', 'restart'] as const;
export type Case = (typeof cases)[number];

/** Whether and when an alert was told of a subject in one group. */
interface Told {
  readonly at: number;
  readonly isTold: boolean;
}

/** The cases that the tests of a rule have, each judged by what stands in the files and not by its name alone. */
export function casesOf(rule: Rule): ReadonlySet<Case> {
  const found = new Set<Case>();
  for (const group of testFiles.flatMap(({ tests }) => tests).filter(({ name }) => isOf(rule, name))) {
    for (const each of cases) if (isPlayed(each, rule, group)) found.add(each);
  }
  return found;
}

const severityOf = ({ labels }: Rule): string => labels?.['severity'] ?? '';

/** `DockerEngineDown`, `DockerEngineDown/critical`, `DockerEngineDown/critical by share`, `DockerEngineDown/critical: gap`. */
const isOf = (rule: Rule, name: string): boolean => {
  const [alert, severity] = name.split(/[/: ]/);
  return alert === rule.alert && (severity === undefined || severity === severityOf(rule));
};

function isPlayed(each: Case, rule: Rule, group: TestGroup): boolean {
  const told = timesOf(each, rule, group);
  const isThere = groupCases(group).includes(each) || seriesOf(each, group).length > 0;
  const isTold = told.some((time) => time.isTold);
  if (each === 'resolves') return resolves(timesOf('fires', rule, group));
  if (each === 'fires') return isTold;
  if (each === 'gap') return isTold && seriesOf(each, group).some(hasGap);
  if (each === 'restart') return isThere && told.length > 0;
  return isThere && told.length > 0 && !isTold;
}

const groupCases = ({ name }: TestGroup): readonly string[] => (name.split(': ')[1] ?? '').split(', ');

const playedBy = (labels: Readonly<Record<string, string>>): readonly (string | undefined)[] => [
  labels['instance'],
  labels['cluster'],
];

const seriesOf = (each: Case, group: TestGroup): readonly string[] =>
  group.input_series
    .filter(
      ({ series }) => groupCases(group).includes(each) || new RegExp(`(?:instance|cluster)="${each}"`).test(series),
    )
    .map(({ values }) => String(values));

const timesOf = (each: Case, rule: Rule, group: TestGroup): readonly Told[] =>
  (group.alert_rule_test ?? [])
    .filter(({ alertname }) => alertname === rule.alert)
    .map(({ eval_time, exp_alerts }) => ({
      at: seconds(eval_time),
      isTold: exp_alerts.some(
        ({ exp_labels }) =>
          exp_labels['severity'] === severityOf(rule) &&
          (groupCases(group).includes(each) || playedBy(exp_labels).includes(each)),
      ),
    }))
    .sort((a, b) => a.at - b.at);

/** Silent, told, silent again. */
function resolves(times: readonly Told[]): boolean {
  const first = times.findIndex(({ isTold }) => isTold);
  const last = times.findLastIndex(({ isTold }) => isTold);
  return first > 0 && last < times.length - 1;
}

/** Something that is stale between samples. */
const hasGap = (values: string): boolean => /\d\S* stale( stale)*( _\S*)* -?\d/.test(values);
