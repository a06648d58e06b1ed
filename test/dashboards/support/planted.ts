import type { Dashboard, Panel, Target } from './grafana.ts';

const variable = (name: string, query: string, more: object = {}) => ({
  name,
  type: 'query',
  query: { query },
  ...more,
});
const all = { multi: true, includeAll: true };

const panel = (title: string, type: string, target: Target, more: Partial<Panel> = {}): Panel => ({
  title,
  type,
  targets: [{ refId: 'A', ...target }],
  ...more,
});

const host = 'cluster=~"$cluster", job=~"$job", instance="$instance"';

/** A small dashboard of one host in which nothing is wrong. */
export const soundPanels: readonly Panel[] = [
  panel('Zombies', 'timeseries', {
    expr: `sum without (parent) (dockerhost_zombie_processes{${host}})`,
    legendFormat: '{{instance}} {{cluster}}',
  }),
  panel('Pids', 'gauge', { expr: `instance:dockerhost_threads:ratio{${host}}`, instant: true }),
  panel('Offenders', 'table', { expr: `dockerhost_offender{${host}}`, instant: true, format: 'table' }),
  panel('CPU', 'timeseries', {
    expr: `sum by (daemon) (rate(dockerhost_daemon_cpu_seconds_total{${host}}[$__rate_interval]))`,
    legendFormat: '{{daemon}}',
  }),
  panel('A day ago', 'stat', {
    expr: `last_over_time(dockerhost_threads{${host}}[$__range] offset 18h)`,
    instant: true,
  }),
  {
    title: 'Closed',
    type: 'row',
    panels: [
      panel('Restarts', 'stat', {
        expr: `increase(dockerhost_daemon_restarts_total{daemon="dockerd", ${host}}[6h])`,
        instant: true,
      }),
    ],
  },
];

export const dashboardWith = (...panels: readonly Panel[]): Dashboard => ({
  uid: 'planted',
  title: 'Planted',
  time: { from: 'now-6h' },
  templating: {
    list: [
      { name: 'datasource', type: 'datasource', query: 'prometheus' },
      variable('cluster', 'label_values(dockerhost_exporter_build_info, cluster)', { ...all, allValue: '.*' }),
      variable('job', 'label_values(dockerhost_exporter_build_info{cluster=~"$cluster"}, job)', all),
      variable('instance', 'label_values(dockerhost_exporter_build_info{cluster=~"$cluster", job=~"$job"}, instance)'),
    ],
  },
  annotations: {
    list: [
      {
        name: 'Starts',
        expr: `increase(dockerhost_daemon_restarts_total{${host}}[$__rate_interval]) > 0`,
        titleFormat: '{{daemon}}',
      },
    ],
  },
  panels,
});

/** Mistakes that a dashboard can have, and what has to be found. */
export const planted: readonly { readonly mistake: string; readonly panel: Panel; readonly finding: RegExp }[] = [
  {
    mistake: 'a metric that does not exist',
    panel: panel('p', 'stat', { expr: `dockerhost_zombies{${host}}`, instant: true }),
    finding: /every sick host: empty/,
  },
  {
    mistake: 'a label value that does not exist',
    panel: panel('p', 'stat', { expr: `dockerhost_daemon_up{daemon="docker", ${host}}`, instant: true }),
    finding: /every sick host: empty/,
  },
  {
    mistake: 'a query that is no PromQL',
    panel: panel('p', 'stat', { expr: `sum(dockerhost_threads{${host}}`, instant: true }),
    finding: /refused: .*unclosed left parenthesis/,
  },
  {
    mistake: 'a selector without a variable of its own, so that a host matches many to many',
    panel: panel('p', 'timeseries', { expr: `dockerhost_daemon_open_fds / on (job) dockerhost_threads{${host}}` }),
    finding: /refused: .*many-to-one|refused: .*duplicate series|refused: .*many-to-many/,
  },
  {
    mistake: 'a variable that the dashboard does not have',
    panel: panel('p', 'stat', { expr: 'dockerhost_threads{instance="$host"}', instant: true }),
    finding: /expected a variable of the dashboard, got \$host/,
  },
  {
    mistake: 'a cluster that must be there',
    panel: panel('p', 'stat', { expr: `dockerhost_threads{cluster!="", ${host}}`, instant: true }),
    finding: /^without cluster, every sick host: empty$/,
  },
  {
    mistake: 'a division by zero',
    panel: panel('p', 'timeseries', {
      expr: `dockerhost_threads{${host}} / (dockerhost_daemon_up{daemon="dockerd", ${host}} * 0)`.replace(
        ' / (',
        ' / ignoring (daemon) (',
      ),
    }),
    finding: /1 series not finite/,
  },
  {
    mistake: 'a legend with a label that is gone',
    panel: panel('p', 'timeseries', { expr: `sum(dockerhost_zombie_processes{${host}})`, legendFormat: '{{parent}}' }),
    finding: /no series has the label parent/,
  },
  {
    mistake: 'lines that are all called the same',
    panel: panel('p', 'timeseries', { expr: `dockerhost_zombie_processes{${host}}`, legendFormat: '{{instance}}' }),
    finding: /several series have the legend "\w+\.ci\.example:9713"/,
  },
  {
    mistake: 'more than a stat can show',
    panel: panel('p', 'stat', { expr: `dockerhost_engine_probe_state{${host}}`, instant: true }),
    finding: /15 series, where a panel stat can show 8/,
  },
];
