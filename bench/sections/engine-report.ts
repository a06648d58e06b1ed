import { median, spread } from '../lib/statistics.ts';
import { atMost, goalTable, milliseconds, paragraph, rounded, spreadText, table, whole } from '../report/format.ts';
import type { DaemonCpu, EngineResult, WindowPair } from './engine.ts';

const goalContainers = 300;

export function renderEngine(result: EngineResult): string {
  const each = median(result.withoutInventory.map((pair) => costEach(pair, both, result.scrapes)));
  // Fewer containers cost less: the goal cannot be judged by them.
  const judged = result.containers >= goalContainers ? each : undefined;
  return [
    goalTable([
      atMost(
        'Less than 10 ms of CPU of dockerd and containerd for a scrape with 300 containers',
        0.01,
        judged,
        (value) => `${rounded(value * 1000)} ms`,
      ),
    ]),
    paragraph(
      `${whole(result.containers)} running containers${shortfall(result)}; ${result.engine}, a daemon of the run's own.`,
      `CPU time of dockerd and containerd over ${whole(result.scrapes)} scrapes one second apart,`,
      'less what they used in a window of the same length without scrapes. Milliseconds a scrape;',
      `the first row is the median of ${result.withoutInventory.length} such pairs.`,
      'The second window begins before the exporter starts, so it holds the one inventory of its ten minutes',
      'and all that the start asks for.',
    ),
    table(
      ['', 'dockerd', 'containerd', 'both', 'idle, both, for each second'],
      [
        row('`--no-collector.inventory`', result.withoutInventory, result.scrapes),
        row('inventory, first window', [result.withInventory], result.scrapes),
      ],
    ),
    paragraph(
      'With inventory the whole first window cost',
      `${milliseconds(costEach(result.withInventory, both, 1))} ms more than an idle one.`,
    ),
  ].join('\n\n');
}

const shortfall = ({ wanted, shortfall: reason }: EngineResult): string =>
  reason === undefined ? '' : ` (${whole(wanted)} were wanted: ${reason})`;

const both = (cpu: DaemonCpu): number => cpu.dockerd + cpu.containerd;

const costEach = (pair: WindowPair, of: (cpu: DaemonCpu) => number, count: number): number =>
  (of(pair.scraped) - of(pair.idle)) / count;

const row = (name: string, pairs: readonly WindowPair[], scrapes: number): string[] => [
  name,
  ...[(cpu: DaemonCpu) => cpu.dockerd, (cpu: DaemonCpu) => cpu.containerd, both].map((of) =>
    spreadText(spread(pairs.map((pair) => costEach(pair, of, scrapes))), milliseconds),
  ),
  milliseconds(median(pairs.map((pair) => both(pair.idle) / pair.seconds))),
];
