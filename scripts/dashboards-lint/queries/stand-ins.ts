/**
 * What stands for Grafana's own variables outside of texts. The durations are such as no person writes, so that
 * the tree of an expression still tells which variable stood there.
 */
export const standIns: Readonly<Record<string, string>> = {
  __rate_interval: '8869990787ms',
  __interval: '4867856611ms',
  __range: '6967737269ms',
  __interval_ms: '60000',
  __rate_interval_ms: '240000',
  __range_s: '21600',
  __range_ms: '21600000',
  __from: '1700000000000',
  __to: '1700021600000',
};

/** The seconds that `[$__rate_interval]` has in the tree. */
export const rateIntervalSeconds = 8_869_990.787;

/** Grafana's own variables that are no numbers: in links, titles and texts. */
const ofTexts = [
  '__all_variables',
  '__cell',
  '__dashboard',
  '__data',
  '__field',
  '__name',
  '__org',
  '__series',
  '__url_time_range',
  '__user',
  '__value',
  'timeFilter',
];

export const ownVariables: ReadonlySet<string> = new Set([...Object.keys(standIns), ...ofTexts]);
