import { keepAlive } from '../lib/http.ts';
import { progress } from '../lib/log.ts';
import { cpuEach, cpuOf, total } from '../lib/proc.ts';
import { scrapes } from '../lib/scrape.ts';
import { median, pairedRatio, quantile } from '../lib/statistics.ts';
import { withCrowd } from '../programs/crowd.ts';
import { nodeExporter, ours, type RunningExporter, withExporter, withoutEngine } from '../programs/exporter.ts';
import { milliseconds, paragraph, spreadText, table, whole } from '../report/format.ts';
import type { Context, Section } from '../section.ts';

const processes = 300;
const scraperCounts = [1, 2, 10];
const scrapesEach = 20;

/** One round of one exporter with some number of scrapers. Seconds. */
interface Round {
  readonly latencies: readonly number[];
  /** CPU time of the exporter for each answer. */
  readonly cpu: number;
  /** Answers from the last exposition. */
  readonly repeated: number;
}

interface ConcurrencyResult {
  readonly scrapers: number;
  readonly ours: readonly Round[];
  readonly baseline: readonly Round[];
}

export const concurrency: Section = {
  id: 'concurrency',
  title: 'Scrapers at the same time',
  run: ({ directory, options }: Context) =>
    withCrowd(processes, directory, (found) =>
      withExporter(ours(withoutEngine), (exporter) =>
        withExporter(nodeExporter, async (baseline) => {
          for (const each of [exporter, baseline]) await measureRound(each, 1);
          const results: ConcurrencyResult[] = [];
          for (const scrapers of scraperCounts) {
            results.push(await measure(scrapers, options.rounds, exporter, baseline));
          }
          return { data: results, markdown: render(found, results) };
        }),
      ),
    ),
};

async function measure(
  scrapers: number,
  rounds: number,
  exporter: RunningExporter,
  baseline: RunningExporter,
): Promise<ConcurrencyResult> {
  const result = { scrapers, ours: [] as Round[], baseline: [] as Round[] };
  for (let round = 1; round <= rounds; round++) {
    progress(`concurrency: ${scrapers} scrapers, round ${round} of ${rounds}`);
    result.ours.push(await measureRound(exporter, scrapers));
    result.baseline.push(await measureRound(baseline, scrapers));
  }
  return result;
}

async function measureRound({ pid, target }: RunningExporter, scrapers: number): Promise<Round> {
  const agents = Array.from({ length: scrapers }, keepAlive);
  const before = cpuOf(pid);
  try {
    const done = await Promise.all(agents.map((agent) => scrapes(target, agent, scrapesEach)));
    const latencies = done.flat().map((each) => each.seconds);
    return {
      latencies,
      cpu: total(cpuEach(before, cpuOf(pid), latencies.length)),
      repeated: done.flat().filter((each) => each.repeated).length,
    };
  } finally {
    for (const agent of agents) agent.destroy();
  }
}

const render = (found: number, results: readonly ConcurrencyResult[]): string =>
  [
    paragraph(
      `${whole(found)} processes. Each scraper asks again as soon as it has its answer.`,
      'Overlapping scrapes of ours share one look at the host;',
      '*repeated* counts answers given under pressure from the last exposition. Milliseconds; no goal is set.',
    ),
    table(
      [
        'scrapers',
        'ours p50',
        'ours p99',
        'node_exporter p50',
        'node_exporter p99',
        'p50, ours ÷ node_exporter',
        'CPU each, ours',
        'CPU each, node_exporter',
        'repeated, ours',
      ],
      results.map(row),
    ),
  ].join('\n\n');

const row = (result: ConcurrencyResult): string[] => [
  whole(result.scrapers),
  milliseconds(median(all(result.ours))),
  milliseconds(quantile(all(result.ours), 0.99)),
  milliseconds(median(all(result.baseline))),
  milliseconds(quantile(all(result.baseline), 0.99)),
  spreadText(pairedRatio(medians(result.ours), medians(result.baseline))),
  milliseconds(median(result.ours.map((round) => round.cpu))),
  milliseconds(median(result.baseline.map((round) => round.cpu))),
  whole(result.ours.reduce((sum, round) => sum + round.repeated, 0)),
];

const all = (rounds: readonly Round[]): number[] => rounds.flatMap((round) => round.latencies);
const medians = (rounds: readonly Round[]): number[] => rounds.map((round) => median(round.latencies));
