import type { Panel } from '../model/dashboard.ts';

/** These show no data of a query of their own. */
const withoutData = new Set(['row', 'text', 'dashlist', 'annolist', 'alertlist', 'news', 'welcome']);

export const showsData = ({ type }: Panel): boolean => !withoutData.has(type);

/** These show numbers, and a number needs a unit. */
const ofNumbers = new Set(['stat', 'singlestat', 'graph', 'table', 'timeseries', 'gauge', 'bargauge', 'barchart']);

export const showsNumbers = ({ type }: Panel): boolean => ofNumbers.has(type);
