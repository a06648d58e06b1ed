/** Columns that tables of many hosts share: this one leads to the host. */
import { DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';
import { hostUrl } from '../lib/links.ts';
import type { Column } from '../lib/tables.ts';
import { units } from '../lib/units.ts';

export const hostColumn = (): Column => ({
  field: 'instance',
  title: 'Host',
  link: new DashboardLinkBuilder('What is wrong with this host').type(DashboardLinkType.Link).url(hostUrl()),
  width: 200,
});

/** The column that says how many hosts a row stands for. */
export const hosts: Column = { field: 'Value', title: 'Hosts', unit: units.count, width: 80 };
