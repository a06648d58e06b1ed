import { progress } from '../lib/log.ts';
import { pairedRatio, spread } from '../lib/statistics.ts';
import { type ExporterProgram, nodeExporter, ours, withExporter, withoutEngine } from '../programs/exporter.ts';
import { atMost, goalTable, milliseconds, paragraph, spreadText, table } from '../report/format.ts';
import type { Context, Section } from '../section.ts';

interface StartResult {
  /** Seconds from spawn to the first whole answer, one for each round. */
  readonly ours: readonly number[];
  readonly baseline: readonly number[];
}

export const start: Section = {
  id: 'start',
  title: 'From start to the first /metrics',
  async run(context) {
    const result = await measure(context);
    return { data: result, markdown: render(result) };
  },
};

async function measure({ options }: Context): Promise<StartResult> {
  const result = { ours: [] as number[], baseline: [] as number[] };
  for (let round = 1; round <= options.rounds; round++) {
    progress(`start: round ${round} of ${options.rounds}`);
    result.ours.push(await startSeconds(ours(withoutEngine)));
    result.baseline.push(await startSeconds(nodeExporter));
  }
  return result;
}

const startSeconds = (program: ExporterProgram): Promise<number> =>
  withExporter(program, async ({ firstScrapeSeconds }) => firstScrapeSeconds);

function render(result: StartResult): string {
  const own = spread(result.ours);
  return [
    goalTable([
      atMost('First `/metrics` within 1 s of the start', 1, own.median, (value) => `${milliseconds(value)} ms`),
    ]),
    paragraph(
      'From spawn to the end of the first answer with status 200 in which the process collector succeeded.',
      `Median of ${result.ours.length}, milliseconds.`,
    ),
    table(
      ['', 'median (least to greatest)'],
      [
        ['docker-host-exporter', spreadText(own, milliseconds)],
        ['node_exporter', spreadText(spread(result.baseline), milliseconds)],
        ['ratio of the pairs', spreadText(pairedRatio(result.ours, result.baseline))],
      ],
    ),
  ].join('\n\n');
}
