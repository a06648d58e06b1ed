/**
 * Marks on every graph: alerts that fire, in the colour of their severity, and what explains a sudden change.
 *
 * Use: `alertMarks(host)` or `alertMarks(fleet)`, and `restartMarks(host)` where one host is shown.
 */
import { AnnotationQueryBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { colours } from './limits.ts';
import type { host } from './queries.ts';
import { datasource } from './variables.ts';

type Selector = typeof host;

const mark = (name: string, colour: string, expr: string, title: string, text: string): AnnotationQueryBuilder =>
  new AnnotationQueryBuilder()
    .name(name)
    .enable(true)
    .datasource(datasource)
    .iconColor(colour)
    .target(new DataqueryBuilder().refId('A').expr(expr).range().datasource(datasource))
    .expr(expr)
    .titleFormat(title)
    .textFormat(text);

const severities = [
  ['critical', 'Pages'],
  ['warning', 'Tickets'],
  ['info', 'Digest'],
] as const;

/** One for each severity. Those of low severity are off at first: they last for weeks. */
export const alertMarks = (select: Selector): AnnotationQueryBuilder[] =>
  severities.map(([severity, name]) =>
    mark(
      name,
      colours[severity],
      select('ALERTS', 'component="docker-host"', 'alertstate="firing"', `severity="${severity}"`),
      '{{alertname}}',
      '{{instance}}',
    ).enable(severity !== 'info'),
  );

/**
 * A restart is what the counter counts: the start time is missing while dockerd is, so that a change of it can be
 * missed. A boot shows for ten minutes, because the exporter was not there at its moment.
 */
export const restartMarks = (select: Selector): AnnotationQueryBuilder[] => [
  mark(
    'Restarts of dockerd',
    'purple',
    `increase(${select('dockerhost_daemon_restarts_total', 'daemon="dockerd"')}[$__rate_interval]) > 0`,
    'dockerd restarted',
    '{{instance}}',
  ),
  mark(
    'Boots',
    'purple',
    `(time() - ${select('dockerhost_boot_time_seconds')}) < 600`,
    'The host booted',
    '{{instance}}',
  ),
];
