/**
 * Links from dashboard to dashboard. They take the data source, the choice of cluster and job, and the time along.
 *
 * Use: `siblings()` on a dashboard of one host or without a choice of hosts, `others()` on one of many; `hostUrl` as the
 * data link of a column that holds instances. Panels whose lines are instances link the host by themselves.
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

/** The host dashboard has one value where others have many: All or two hosts at once would be none there. */
export const others = (): DashboardLinkBuilder[] => [
  linkTo('Docker hosts / Fleet', uids.fleet),
  linkTo('Docker hosts / Host', uids.host),
];

const linkTo = (title: string, uid: string): DashboardLinkBuilder =>
  new DashboardLinkBuilder(title).type(DashboardLinkType.Link).url(`/d/${uid}?${carried}`).keepTime(true);

const carried = ['datasource', 'cluster', 'job', runbookVariable].map((name) => `\${${name}:queryparam}`).join('&');

/** The dashboard of the host that a row of a table has in its field `instance`. */
const hostUrl = (field = 'instance'): string =>
  `/d/${uids.host}?${carried}&var-instance=\${__data.fields["${field}"]:percentencode}&\${__url_time_range}`;

/** The same from a line of a graph, which has labels in place of fields. */
const hostUrlOfSeries = `/d/${uids.host}?${carried}&var-instance=\${__field.labels.instance:percentencode}&\${__url_time_range}`;

const towardsHost = (url: string): DashboardLinkBuilder =>
  new DashboardLinkBuilder('What is wrong with this host').type(DashboardLinkType.Link).url(url);

export const hostLink = (): DashboardLinkBuilder => towardsHost(hostUrl());
export const hostLinkOfSeries = (): DashboardLinkBuilder => towardsHost(hostUrlOfSeries);
