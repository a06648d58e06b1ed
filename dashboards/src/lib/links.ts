/**
 * Links from dashboard to dashboard. They take the data source, the choice of cluster and job, and the time along.
 *
 * Use: `siblings()` on every dashboard; `hostUrl` as the data link of a column that holds instances.
 */
import { DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';
import { runbookVariable } from './runbooks.ts';

/** The tag by which the dashboards find one another. */
export const tag = 'docker-host';

export const uids = { fleet: 'dockerhost-fleet', host: 'dockerhost-host', exporter: 'dockerhost-exporter' } as const;

export const siblings = (): DashboardLinkBuilder =>
  new DashboardLinkBuilder('Docker hosts')
    .type(DashboardLinkType.Dashboards)
    .tags([tag])
    .includeVars(true)
    .keepTime(true);

const carried = ['datasource', 'cluster', 'job', runbookVariable].map((name) => `\${${name}:queryparam}`).join('&');

/** The dashboard of the host that a row of a table has in its field `instance`. */
export const hostUrl = (field = 'instance'): string =>
  `/d/${uids.host}?${carried}&var-instance=\${__data.fields["${field}"]:percentencode}&\${__url_time_range}`;

/** The same from a line of a graph, which has labels in place of fields. */
export const hostUrlOfSeries = `/d/${uids.host}?${carried}&var-instance=\${__field.labels.instance:percentencode}&\${__url_time_range}`;
