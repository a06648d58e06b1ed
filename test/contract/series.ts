import { parseExposition } from '../e2e/support/exposition.ts';
import type { FixtureApp } from '../support/fixture-app.ts';

/** Metrics of time passing. */
const volatile = /_(duration|age)_seconds|_timestamp_seconds|busiest_thread|event_loop|data_root_available/;

/** Series of a scrape with their values; a series is `metric{labels}` without the prefix. */
export async function seriesOf(app: FixtureApp): Promise<Map<string, number>> {
  const all = parseExposition(await app.scrape()).series.filter(({ name }) => !volatile.test(name));
  return new Map(
    all.map(({ name, labels, value }) => [`${name.replace('dockerhost_', '')}${JSON.stringify(labels)}`, value]),
  );
}
