/** Columns that tables of many hosts share: this one leads to the host. */
import { hostLink } from '../lib/links.ts';
import type { Column } from '../lib/tables.ts';
import { units } from '../lib/units.ts';

export const hostColumn = (): Column => ({
  field: 'instance',
  title: 'Host',
  link: hostLink(),
  width: 200,
});

/** The column that says how many hosts a row stands for. */
export const hosts: Column = { field: 'Value', title: 'Hosts', unit: units.count, width: 80 };
