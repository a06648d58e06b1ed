import { median, quantile } from '../lib/statistics.ts';
import { atMost, goalTable, milliseconds, paragraph, table, whole } from '../report/format.ts';
import type { EventLoopResult } from './event-loop.ts';

const limit = 0.02;

export function renderEventLoop(results: readonly EventLoopResult[]): string {
  const measured = results.filter((each) => each.scrapes > 0);
  const skipped = results.filter((each) => each.reason !== undefined);
  return [
    goals(measured),
    paragraph(
      'Scrapes follow each other without a pause while `/-/healthy` is asked every 5 ms from a thread of its own.',
      'Milliseconds. *Own delay* is `dockerhost_exporter_event_loop_delay_seconds` of each scrape,',
      'the 99th percentile since the scrape before; *nodejs lag* is `nodejs_eventloop_lag_p99_seconds`,',
      'which has the 10 ms between two looks at the clock in it.',
      'Repeated scrapes are those answered under pressure from the last exposition.',
    ),
    delays(measured),
    latencies(measured),
    ...skipped.map((each) => `${whole(each.wanted)} processes: not measured, ${each.reason}.`),
  ].join('\n\n');
}

const delays = (results: readonly EventLoopResult[]): string =>
  table(
    [
      'processes',
      'scrapes',
      'repeated',
      'own delay, median',
      'own delay, p99',
      'own delay, worst',
      'nodejs lag p99, median',
      'nodejs lag p99, worst',
    ],
    results.map((each) => [
      whole(each.processes ?? 0),
      whole(each.scrapes),
      whole(each.repeated),
      one(each.ownDelays, median),
      one(each.ownDelays, p99),
      one(each.ownDelays, worst),
      one(each.lags, median),
      one(each.lags, worst),
    ]),
  );

const latencies = (results: readonly EventLoopResult[]): string =>
  table(
    ['processes', '`/-/healthy` idle p50', 'idle p99', 'scraped p50', 'scraped p99', 'scraped worst', 'not answered'],
    results.map((each) => [
      whole(each.processes ?? 0),
      one(each.idleLatencies, median),
      one(each.idleLatencies, p99),
      one(each.scrapedLatencies, median),
      one(each.scrapedLatencies, p99),
      one(each.scrapedLatencies, worst),
      whole(each.failures),
    ]),
  );

const p99 = (values: readonly number[]): number => quantile(values, 0.99);
const worst = (values: readonly number[]): number => quantile(values, 1);

const one = (values: readonly number[], of: (values: readonly number[]) => number): string =>
  values.length === 0 ? 'not exposed' : milliseconds(of(values));

function goals(results: readonly EventLoopResult[]): string {
  const most = (pick: (result: EventLoopResult) => readonly number[]): number | undefined => {
    const found = results.map(pick).filter((values) => values.length > 0);
    return found.length === 0 || found.length < results.length ? undefined : Math.max(...found.map(p99));
  };
  const inMilliseconds = (seconds: number): string => `${milliseconds(seconds)} ms`;
  return goalTable([
    below(
      "p99 of the exporter's own delay below 20 ms at every size",
      most((each) => each.ownDelays),
    ),
    below(
      'p99 of `/-/healthy` during scrapes below 20 ms at every size',
      most((each) => each.scrapedLatencies),
    ),
  ]);

  function below(goal: string, value: number | undefined) {
    return atMost(goal, limit, value, inMilliseconds);
  }
}
