import { join } from 'node:path';
import { output } from '../lib/child.ts';
import { progress } from '../lib/log.ts';
import { type CpuSeconds, cpuEach, cpuOf } from '../lib/proc.ts';
import { freshScrape, scrapes } from '../lib/scrape.ts';
import { median } from '../lib/statistics.ts';
import { compile } from '../programs/compile.ts';
import { NotPossible, withCrowd } from '../programs/crowd.ts';
import { nodeExporter, ours, type RunningExporter, withExporter, withoutEngine } from '../programs/exporter.ts';
import type { Context, Section } from '../section.ts';
import { renderPasses } from './passes-report.ts';

/** CPU and wall time of one pass or one scrape, seconds. */
export interface Cost extends CpuSeconds {
  readonly wall: number;
}

/** One round: the four things measured one after the other. */
export interface Round {
  readonly pass: Cost;
  /** `undefined` without a C compiler. */
  readonly passInC: Cost | undefined;
  readonly scrape: Cost;
  readonly nodeExporter: Cost;
}

export interface SizeResult {
  readonly wanted: number;
  /** Processes on the machine when the rounds began; `undefined` when `reason` says why there are none. */
  readonly processes: number | undefined;
  readonly reason: string | undefined;
  readonly rounds: readonly Round[];
}

export const passes: Section = {
  id: 'passes',
  title: 'Cost of the process pass and of a scrape',
  async run(context) {
    const results: SizeResult[] = [];
    for (const wanted of context.options.processes) results.push(await measureSize(wanted, context));
    return { data: results, markdown: renderPasses(results) };
  },
};

async function measureSize(wanted: number, context: Context): Promise<SizeResult> {
  try {
    return await withCrowd(wanted, context.directory, (processes) =>
      withExporter(ours(withoutEngine), (exporter) =>
        withExporter(nodeExporter, async (baseline) => {
          const rounds = await measureRounds(wanted, processes, context, exporter, baseline);
          return { wanted, processes, reason: undefined, rounds };
        }),
      ),
    );
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    return { wanted, processes: undefined, reason: error.message, rounds: [] };
  }
}

async function measureRounds(
  wanted: number,
  processes: number,
  { directory, options }: Context,
  exporter: RunningExporter,
  baseline: RunningExporter,
): Promise<Round[]> {
  const inC = compile('pass', directory);
  for (const each of [exporter, baseline]) await scrapeCost(each, processes);
  const rounds: Round[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    progress(`passes: ${wanted} processes, round ${round} of ${options.rounds}`);
    rounds.push({
      pass: await passCost(process.execPath, [passInNode], processes),
      passInC: inC === undefined ? undefined : await passCost(inC, [], processes),
      scrape: await scrapeCost(exporter, processes),
      nodeExporter: await scrapeCost(baseline, processes),
    });
  }
  return rounds;
}

const passInNode = join(import.meta.dirname, '..', 'children', 'process-pass.mjs');

/** About as many file reads at every size, so that each figure rests on about as much CPU time. */
const repetitions = (reads: number, processes: number, least: number): number =>
  Math.max(least, Math.round(reads / processes));

async function passCost(command: string, args: readonly string[], processes: number): Promise<Cost> {
  const warmUp = repetitions(30_000, processes, 2);
  const count = repetitions(60_000, processes, 3);
  const line = await output(command, [...args, String(warmUp), String(count)]);
  const sum = JSON.parse(line) as Cost & { readonly processes: number };
  if (sum.processes < processes / 2) {
    throw new Error(`${command}: a pass over ${sum.processes} of ${processes} processes`);
  }
  return { user: sum.user / count, system: sum.system / count, wall: sum.wall / count };
}

async function scrapeCost({ pid, target, agent }: RunningExporter, processes: number): Promise<Cost> {
  const count = repetitions(60_000, processes, 3);
  const before = cpuOf(pid);
  const done = await scrapes(target, agent, count, freshScrape);
  const cpu = cpuEach(before, cpuOf(pid), count);
  return { ...cpu, wall: median(done.map((each) => each.seconds)) };
}
