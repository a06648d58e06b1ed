/**
 * Marks on every graph: alerts that fire, in the colour of their severity, and what explains a sudden change.
 *
 * Use: `alertMarks(host)` and `restartMarks(host)` where one host is shown, `fleetMarks(...)` where all are, and
 * `ticketMarks(exporters, 'alertname=~"..."')` for some alerts that do not page.
 */
import { AnnotationQueryBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { colours } from './limits.ts';
import type { host } from './queries.ts';
import { datasource } from './variables.ts';

type Selector = typeof host;

/** At the least: alerts are evaluated once in a minute, and Grafana would ask for a point for each pixel. */
const step = '60s';

const mark = (name: string, colour: string, expr: string, title: string, text: string): AnnotationQueryBuilder =>
  new AnnotationQueryBuilder()
    .name(name)
    .enable(true)
    .datasource(datasource)
    .iconColor(colour)
    .target(new DataqueryBuilder().refId('A').expr(expr).range().interval(step).datasource(datasource))
    .step(step)
    .expr(expr)
    .titleFormat(title)
    .textFormat(text);

const names = { critical: 'Pages', warning: 'Tickets', info: 'Digest' } as const;

type Severity = keyof typeof names;

const firing = (select: Selector, severity: Severity, ...matchers: readonly string[]): string =>
  select('ALERTS', 'component="docker-host"', 'alertstate="firing"', `severity="${severity}"`, ...matchers);

const hostMark = (severity: Severity, expr: string): AnnotationQueryBuilder =>
  mark(names[severity], colours[severity], expr, '{{alertname}}', '{{instance}}').enable(severity !== 'info');

/** One for each severity. Those of low severity are off at first: they last for weeks. */
export const alertMarks = (select: Selector): AnnotationQueryBuilder[] =>
  (['critical', 'warning', 'info'] as const).map((severity) => hostMark(severity, firing(select, severity)));

/** For alerts of which none that is about a host is a page. */
export const ticketMarks = (select: Selector, ...matchers: readonly string[]): AnnotationQueryBuilder[] =>
  (['warning', 'info'] as const).map((severity) => hostMark(severity, firing(select, severity, ...matchers)));

/**
 * One mark for each alert and not for each host that has it, and only pages at first: on many hosts some ticket is
 * always open.
 */
export const fleetMarks = (select: Selector): AnnotationQueryBuilder[] =>
  (['critical', 'warning', 'info'] as const).map((severity) =>
    mark(
      names[severity],
      colours[severity],
      `count by (alertname, cluster) (${firing(select, severity)})`,
      '{{alertname}}',
      '{{cluster}}',
    ).enable(severity === 'critical'),
  );

/**
 * A restart is what the counter counts: the start time is missing while dockerd is, so that a change of it can be
 * missed. A boot shows for ten minutes, because the exporter was not there at its moment, and for a step more: over 30
 * days the steps are longer than that.
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
    `(time() - ${select('dockerhost_boot_time_seconds')}) < 600 + $__interval_ms / 1000`,
    'The host booted',
    '{{instance}}',
  ),
];
