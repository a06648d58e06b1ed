import { progress } from '../lib/log.ts';
import { type Footprint, footprintOf } from '../lib/proc.ts';
import { scrape } from '../lib/scrape.ts';
import { median } from '../lib/statistics.ts';
import { sleep } from '../lib/wait.ts';
import { withCrowd } from '../programs/crowd.ts';
import { type ExporterProgram, nodeExporter, ours, withExporter, withoutEngine } from '../programs/exporter.ts';
import { atMost, goalTable, megabytes, paragraph, table, whole } from '../report/format.ts';
import type { Context, Section } from '../section.ts';

const processes = 300;
/** More rounds would tell no more: each is a process of its own with a thousand scrapes. */
const mostRounds = 3;

interface Change {
  readonly before: Footprint;
  readonly after: Footprint;
}

interface MemoryResult {
  readonly scrapes: number;
  readonly processes: number;
  readonly ours: readonly Change[];
  readonly baseline: readonly Change[];
}

export const memory: Section = {
  id: 'memory',
  title: 'Memory, descriptors and threads',
  run: (context) =>
    withCrowd(processes, context.directory, async (found) => {
      const result = await measure(context, found);
      return { data: result, markdown: render(result) };
    }),
};

async function measure({ options }: Context, found: number): Promise<MemoryResult> {
  const rounds = Math.min(options.rounds, mostRounds);
  const result = {
    scrapes: options.memoryScrapes,
    processes: found,
    ours: [] as Change[],
    baseline: [] as Change[],
  };
  for (let round = 1; round <= rounds; round++) {
    progress(`memory: ${options.memoryScrapes} scrapes, round ${round} of ${rounds}`);
    result.ours.push(await changeOf(ours(withoutEngine), options.memoryScrapes));
    result.baseline.push(await changeOf(nodeExporter, options.memoryScrapes));
  }
  return result;
}

const changeOf = (program: ExporterProgram, count: number): Promise<Change> =>
  withExporter(program, async ({ pid, target, agent }) => {
    const before = footprintOf(pid);
    for (let i = 0; i < count; i++) await scrape(target, agent);
    await sleep(1000);
    return { before, after: footprintOf(pid) };
  });

function render(result: MemoryResult): string {
  const worst = Math.max(...result.ours.map((each) => each.after.rssBytes));
  // A run with fewer scrapes says nothing about the goal.
  const judged = result.scrapes >= 1000 ? worst : undefined;
  return [
    goalTable([
      atMost(
        'Resident memory below 100 MB after 1,000 scrapes, in every round',
        100e6,
        judged,
        (bytes) => `${megabytes(bytes)} MB`,
      ),
    ]),
    paragraph(
      `${whole(result.processes)} processes, ${whole(result.scrapes)} scrapes without a pause;`,
      `start is right after the first scrape. Medians of ${result.ours.length}.`,
    ),
    table(
      ['', 'RSS at start, MB', 'RSS after, MB', 'Pss at start, MB', 'Pss after, MB', 'descriptors', 'threads'],
      [row('docker-host-exporter', result.ours), row('node_exporter', result.baseline)],
    ),
  ].join('\n\n');
}

const row = (name: string, changes: readonly Change[]): string[] => [
  name,
  megabytes(median(changes.map((each) => each.before.rssBytes))),
  megabytes(median(changes.map((each) => each.after.rssBytes))),
  pss(changes.map((each) => each.before.pssBytes)),
  pss(changes.map((each) => each.after.pssBytes)),
  beforeAndAfter(changes, (footprint) => footprint.descriptors),
  beforeAndAfter(changes, (footprint) => footprint.threads),
];

function pss(values: readonly (number | undefined)[]): string {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? megabytes(median(known)) : 'not measured';
}

const beforeAndAfter = (changes: readonly Change[], of: (footprint: Footprint) => number): string =>
  `${whole(median(changes.map((each) => of(each.before))))} → ${whole(median(changes.map((each) => of(each.after))))}`;
