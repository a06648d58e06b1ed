import { whileProbing } from '../lib/health.ts';
import { progress } from '../lib/log.ts';
import { type Scrape, samplesOf, scrape } from '../lib/scrape.ts';
import { now, sleep } from '../lib/wait.ts';
import { NotPossible, withCrowd } from '../programs/crowd.ts';
import { ours, type RunningExporter, withExporter, withoutEngine } from '../programs/exporter.ts';
import type { Context, Section } from '../section.ts';
import { renderEventLoop } from './event-loop-report.ts';

/** All values in seconds. */
export interface EventLoopResult {
  readonly wanted: number;
  readonly processes: number | undefined;
  readonly reason: string | undefined;
  readonly scrapes: number;
  /** Those of them that were answered from the last exposition. */
  readonly repeated: number;
  /** `dockerhost_exporter_event_loop_delay_seconds` of each scrape: p99 since the scrape before. */
  readonly ownDelays: readonly number[];
  /** `nodejs_eventloop_lag_p99_seconds` of each scrape. */
  readonly lags: readonly number[];
  readonly idleLatencies: readonly number[];
  readonly scrapedLatencies: readonly number[];
  /** Requests to `/-/healthy` that were not answered with 200. */
  readonly failures: number;
}

export const eventLoop: Section = {
  id: 'event-loop',
  title: 'Event-loop delay of the HTTP thread during scrapes',
  async run(context) {
    const results: EventLoopResult[] = [];
    for (const wanted of context.options.processes) results.push(await measureSize(wanted, context));
    return { data: results, markdown: renderEventLoop(results) };
  },
};

const nothing = {
  scrapes: 0,
  repeated: 0,
  ownDelays: [],
  lags: [],
  idleLatencies: [],
  scrapedLatencies: [],
  failures: 0,
};

async function measureSize(wanted: number, { directory, options }: Context): Promise<EventLoopResult> {
  try {
    return await withCrowd(wanted, directory, (processes) =>
      withExporter(ours(withoutEngine), async (exporter) => {
        await scrapeFor(exporter, warmUpSeconds, []);
        let sum: EventLoopResult = { wanted, processes, reason: undefined, ...nothing };
        for (let round = 1; round <= options.rounds; round++) {
          progress(`event-loop: ${wanted} processes, round ${round} of ${options.rounds}`);
          sum = await addRound(sum, exporter);
        }
        return sum;
      }),
    );
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    return { wanted, processes: undefined, reason: error.message, ...nothing };
  }
}

const warmUpSeconds = 2;
const idleSeconds = 1;
const scrapedSeconds = 2;

async function addRound(sum: EventLoopResult, exporter: RunningExporter): Promise<EventLoopResult> {
  const done: Scrape[] = [];
  const idle = await whileProbing(exporter.target.port, () => sleep(idleSeconds * 1000));
  // The gauges tell of the time since the scrape before: this one ends the idle time.
  await scrape(exporter.target, exporter.agent);
  const scraped = await whileProbing(exporter.target.port, () => scrapeFor(exporter, scrapedSeconds, done));
  const expositions = done.filter((each) => !each.repeated).map((each) => each.exposition);
  return {
    ...sum,
    scrapes: sum.scrapes + done.length,
    repeated: sum.repeated + done.length - expositions.length,
    ownDelays: [...sum.ownDelays, ...largest(expositions, 'dockerhost_exporter_event_loop_delay_seconds')],
    lags: [...sum.lags, ...largest(expositions, 'nodejs_eventloop_lag_p99_seconds')],
    idleLatencies: [...sum.idleLatencies, ...idle.latencies],
    scrapedLatencies: [...sum.scrapedLatencies, ...scraped.latencies],
    failures: sum.failures + idle.failures + scraped.failures,
  };
}

/** Scrapes without a pause for so long, three at least. */
async function scrapeFor(exporter: RunningExporter, seconds: number, all: Scrape[]): Promise<void> {
  const end = now() + seconds;
  for (let count = 0; count < 3 || now() < end; count++) {
    all.push(await scrape(exporter.target, exporter.agent));
  }
}

/** Largest value of the metric in each exposition that has it. */
const largest = (expositions: readonly string[], metric: string): number[] =>
  expositions
    .map((exposition) => samplesOf(exposition, metric).filter(Number.isFinite))
    .filter((values) => values.length > 0)
    .map((values) => Math.max(...values));
