import {
  asking,
  board,
  datasource,
  everywhere,
  having,
  panel,
  type Row,
  target,
  threads,
  variables,
} from '../boards.ts';

const state = { more: { type: 'custom', name: 'state', query: 'zombie' } };
const ofOne = (metric: string, matcher: string) =>
  having(state, { panels: [panel({ targets: [target(`${metric}{${everywhere},${matcher}}`)] })] });
const alerts = (matchers: string) => `ALERTS{${everywhere},${matchers}}`;
const fleet = board({
  description: 'Of a fleet',
  templating: { list: [variables.datasource, variables.cluster, variables.job] },
  panels: [panel({ targets: [target('cluster:dockerhost_threads:sum{cluster=~"$cluster"}')] })],
});
const ofFleet = [
  'template-instance-rule: no variable instance; expected one, by a query of Prometheus',
  'target-instance-rule: annotation M: ALERTS of any instance; expected instance=~"$instance"',
];
const inFleet = (expr: string) => ({ ...fleet, annotations: { list: [{ name: 'M', datasource, expr }] } });

/** Checks of the series that queries ask for, by their names and labels. */
export const seriesRows: readonly Row[] = [
  {
    check: 'known-metric',
    title: 'a metric that nobody exposes',
    bad: asking(`dockerhost_thread{${everywhere}}`),
    finding:
      'P: A: no series dockerhost_thread at this point; expected dockerhost_threads, or another metric of docs/metrics.md',
    good: asking(`instance:dockerhost_threads:min5m{${everywhere}}`),
  },
  {
    check: 'known-label',
    title: 'a matcher of a label that the metric has not',
    bad: asking(`dockerhost_threads{${everywhere},state="zombie"}`),
    finding: 'P: A: dockerhost_threads has no label state; expected one of cluster, instance, job',
    good: asking(`dockerhost_processes{${everywhere},state="zombie"}`),
  },
  {
    check: 'known-label',
    title: 'a grouping by a label that is not there',
    bad: asking(`sum by (state) (${threads})`),
    finding: 'P: A: sum by (state): there is no label state there; expected one of cluster, instance, job',
    good: asking(`sum by (instance) (${threads})`),
  },
  {
    check: 'known-value',
    title: 'a value that is not in the closed list',
    bad: asking(`dockerhost_processes{${everywhere},state="defunct"}`),
    finding:
      'P: A: dockerhost_processes never has state="defunct"; expected one of running, sleeping, disk_sleep, stopped, zombie, idle, other',
    good: having(state, {
      panels: [panel({ targets: [target(`dockerhost_processes{${everywhere},state="$state"}`)] })],
    }),
  },
  {
    check: 'known-value',
    title: 'an alert that no rule raises',
    bad: asking(alerts('alertname="B"')),
    finding: 'P: A: ALERTS never has alertname="B"; expected one of A, Fleet, State, Ahead',
    good: asking(`${alerts('alertname=~"A|State"')} and ignoring (alertstate) ALERTS_FOR_STATE{${everywhere}}`),
  },
  {
    check: 'alerts-selector',
    title: 'a job that alerts of a fleet have not',
    bad: inFleet('ALERTS{cluster=~"$cluster",job=~"$job"}'),
    finding: 'annotation M: job asked for, which Fleet has not; expected it without job, too',
    good: inFleet('ALERTS{cluster=~"$cluster",job=~"$job|"}'),
    besides: ofFleet,
  },
  {
    check: 'alerts-selector',
    title: 'a job in both parts of a query',
    bad: inFleet('ALERTS{cluster=~"$cluster",job=~"$job"} or ALERTS{cluster=~"$cluster",job!=""}'),
    finding: 'annotation M: job asked for, which Fleet has not; expected it without job, too',
    good: inFleet('ALERTS{cluster=~"$cluster",job=~"$job"} or ALERTS{cluster=~"$cluster",job=""}'),
    besides: [...ofFleet, ...ofFleet.slice(1)],
  },
  {
    check: 'alerts-selector',
    title: 'a job that the page of a fleet has not',
    bad: inFleet('ALERTS{cluster=~"$cluster",job=~"$job",severity=~"warning|info"}'),
    finding: 'annotation M: job asked for, which Fleet has not; expected it without job, too',
    good: inFleet('ALERTS{cluster=~"$cluster",job=~"$job",severity="critical"}'),
    besides: ofFleet,
  },
  {
    check: 'variable-operator',
    title: 'one value as a pattern',
    bad: ofOne('dockerhost_processes', 'state=~"$state"'),
    finding: 'P: A: state=~"$state"; expected = or !=: $state has one value',
    good: ofOne('dockerhost_processes', 'state!="$state"'),
  },
  {
    check: 'variable-operator',
    title: 'many values as one',
    bad: asking(`${threads} + on (instance) instance:dockerhost_threads:min5m{${everywhere},cluster!="$cluster"}`),
    finding: 'P: A: cluster!="$cluster"; expected a pattern: $cluster may have several values',
    good: asking(`${threads} + on (instance) instance:dockerhost_threads:min5m{${everywhere},cluster!~"$cluster"}`),
  },
];
