import { total } from '../lib/proc.ts';
import { median, pairedRatio, type Spread } from '../lib/statistics.ts';
import { atMost, goalTable, milliseconds, paragraph, spreadText, table, whole } from '../report/format.ts';
import type { Cost, Round, SizeResult } from './passes.ts';

const crowd = 30_000;

const rows: readonly [string, (round: Round) => Cost | undefined][] = [
  ['process pass', (round) => round.pass],
  ['the same pass in C', (round) => round.passInC],
  ['whole scrape', (round) => round.scrape],
  ['node_exporter', (round) => round.nodeExporter],
];

export function renderPasses(results: readonly SizeResult[]): string {
  const measured = results.filter((each) => each.rounds.length > 0);
  const skipped = results.filter((each) => each.reason !== undefined);
  return [
    goals(measured),
    paragraph(
      'Milliseconds each, medians. *Whole scrape* is `/metrics` over HTTP with all collectors on and no Engine to ask.',
      "*node_exporter* is Debian's with `--collector.disable-defaults --collector.processes`, over HTTP as well.",
    ),
    costs(measured),
    'Ratios of the pairs.',
    ratios(measured),
    ...skipped.map((each) => `${whole(each.wanted)} processes: not measured, ${each.reason}.`),
  ].join('\n\n');
}

const costs = (results: readonly SizeResult[]): string =>
  table(
    ['', 'processes', 'user', 'system', 'CPU', 'wall'],
    results.flatMap((result) =>
      rows.flatMap(([name, pick]) => {
        const found = picked(result, pick);
        return found === undefined ? [] : [[name, whole(result.processes ?? 0), ...cells(found)]];
      }),
    ),
  );

const cells = (found: readonly Cost[]): string[] => [
  milliseconds(median(found.map((each) => each.user))),
  milliseconds(median(found.map((each) => each.system))),
  milliseconds(median(found.map(total))),
  milliseconds(median(found.map((each) => each.wall))),
];

const ratios = (results: readonly SizeResult[]): string =>
  table(
    ['processes', 'pass ÷ C, CPU', 'pass ÷ C, wall', 'pass ÷ node_exporter, CPU', 'scrape ÷ node_exporter, CPU'],
    results.map((result) => [
      whole(result.processes ?? 0),
      text(ratio(result, 'pass', 'passInC', total)),
      text(ratio(result, 'pass', 'passInC', (cost) => cost.wall)),
      text(ratio(result, 'pass', 'nodeExporter', total)),
      text(ratio(result, 'scrape', 'nodeExporter', total)),
    ]),
  );

const text = (found: Spread | undefined): string => (found === undefined ? 'not measured' : spreadText(found));

function goals(results: readonly SizeResult[]): string {
  const toC = results.flatMap((each) => ratio(each, 'pass', 'passInC', total)?.median ?? []);
  const big = results.find((each) => each.wanted === crowd);
  const third = (name: 'pass' | 'scrape') => big && ratio(big, name, 'nodeExporter', total)?.median;
  return goalTable([
    atMost(
      'CPU of the process pass at most 1.5 × C, at every size',
      1.5,
      toC.length > 0 ? Math.max(...toC) : undefined,
    ),
    atMost('CPU of the process pass at 30,000 processes at most 1/3 of node_exporter', 1 / 3, third('pass')),
    atMost('CPU of a whole scrape at 30,000 processes at most 1/3 of node_exporter', 1 / 3, third('scrape')),
  ]);
}

/** Paired ratio of two of the four; `undefined` when one of them was not measured. */
function ratio(
  result: SizeResult,
  over: keyof Round,
  under: keyof Round,
  of: (cost: Cost) => number,
): Spread | undefined {
  const above = picked(result, (round) => round[over]);
  const below = picked(result, (round) => round[under]);
  return above && below && pairedRatio(above.map(of), below.map(of));
}

/** The costs of all rounds; `undefined` unless every round has one. */
function picked(result: SizeResult, pick: (round: Round) => Cost | undefined): Cost[] | undefined {
  const found = result.rounds.map(pick).filter((cost) => cost !== undefined);
  return found.length > 0 && found.length === result.rounds.length ? found : undefined;
}
