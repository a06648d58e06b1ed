import { progress } from '../lib/log.ts';
import { cpuOf, total } from '../lib/proc.ts';
import { freshScrape, sampleOf } from '../lib/scrape.ts';
import { now, sleep } from '../lib/wait.ts';
import { type Containers, withContainers } from '../programs/containers.ts';
import { describeEngine, type RunningDockerd, withDockerd } from '../programs/dockerd.ts';
import { type ExporterProgram, ours, type RunningExporter, withExporter } from '../programs/exporter.ts';
import type { Context, Section } from '../section.ts';
import { renderEngine } from './engine-report.ts';

/** CPU seconds that each daemon used in a window. */
export interface DaemonCpu {
  readonly dockerd: number;
  readonly containerd: number;
}

/** A window with scrapes and a window of the same length without, one right after the other. */
export interface WindowPair {
  readonly scraped: DaemonCpu;
  readonly idle: DaemonCpu;
  /** Length of each of the two. */
  readonly seconds: number;
}

export interface EngineResult {
  readonly engine: string;
  readonly wanted: number;
  readonly containers: number;
  readonly shortfall: string | undefined;
  /** Scrapes in each window, one second apart. */
  readonly scrapes: number;
  readonly withoutInventory: readonly WindowPair[];
  /** One window from before the start of the exporter, with the inventory of its first minutes. */
  readonly withInventory: WindowPair;
}

const mostRounds = 3;
const intervalSeconds = 1;

export const engine: Section = {
  id: 'engine',
  title: 'What a scrape costs the Engine',
  run: ({ directory, options }: Context) =>
    withDockerd(directory, async (dockerd) => {
      progress(`engine: ${options.containers} containers`);
      return await withContainers(dockerd, options.containers, directory, async (containers) => {
        const result = await measure(dockerd, containers, options);
        return { data: result, markdown: renderEngine(result) };
      });
    }),
};

async function measure(
  dockerd: RunningDockerd,
  { ids, shortfall }: Containers,
  options: Context['options'],
): Promise<EngineResult> {
  const rounds = Math.min(options.rounds, mostRounds);
  const scrapes = options.engineScrapes;
  // Creating hundreds of containers leaves the daemons busy for a while.
  await sleep(5000);
  const withoutInventory = await withExporter(
    exporterOf(dockerd, ids.length, ['--no-collector.inventory']),
    async (exporter) => {
      const pairs: WindowPair[] = [];
      await sleep(2000);
      for (let round = 1; round <= rounds; round++) {
        progress(`engine: round ${round} of ${rounds}, ${2 * scrapes * intervalSeconds} s`);
        pairs.push(await windowPair(dockerd, () => scrapeEverySecond(exporter, scrapes)));
      }
      return pairs;
    },
  );
  progress('engine: with inventory');
  const fresh = exporterOf(dockerd, ids.length, ['--collector.inventory', '--inventory.interval=10m']);
  const withInventory = await windowPair(dockerd, () =>
    withExporter(fresh, (exporter) => scrapeEverySecond(exporter, scrapes)),
  );
  const engineName = await describeEngine(dockerd);
  return {
    engine: engineName,
    wanted: options.containers,
    containers: ids.length,
    shortfall,
    scrapes,
    withoutInventory,
    withInventory,
  };
}

/** A window in which something is done, then an idle one of exactly the same length. */
async function windowPair(dockerd: RunningDockerd, during: () => Promise<void>): Promise<WindowPair> {
  const begun = now();
  const scraped = await cpuOfWindow(dockerd, during);
  const seconds = now() - begun;
  const idle = await cpuOfWindow(dockerd, () => sleep(seconds * 1000));
  return { scraped, idle, seconds };
}

async function scrapeEverySecond(exporter: RunningExporter, count: number): Promise<void> {
  const begun = now();
  for (let done = 1; done <= count; done++) {
    await freshScrape(exporter.target, exporter.agent);
    await sleep(Math.max(0, (begun + done * intervalSeconds - now()) * 1000));
  }
}

async function cpuOfWindow(dockerd: RunningDockerd, during: () => Promise<void>): Promise<DaemonCpu> {
  const before = { dockerd: total(cpuOf(dockerd.pid)), containerd: total(cpuOf(dockerd.containerdPid)) };
  await during();
  return {
    dockerd: total(cpuOf(dockerd.pid)) - before.dockerd,
    containerd: total(cpuOf(dockerd.containerdPid)) - before.containerd,
  };
}

/** Ours against this Engine. A scrape counts only when the Engine answered and all containers were seen. */
const exporterOf = (dockerd: RunningDockerd, containers: number, flags: readonly string[]): ExporterProgram =>
  ours([`--docker.host=unix://${dockerd.socketPath}`, `--docker.pidfile=${dockerd.pidfile}`, ...flags], (text) => {
    if (sampleOf(text, 'dockerhost_collector_success{collector="engine"}') !== 1)
      return 'collector engine did not succeed';
    const seen = sampleOf(text, 'dockerhost_containers{state="running"}');
    return seen === containers ? undefined : `${seen} running containers, expected ${containers}`;
  });
