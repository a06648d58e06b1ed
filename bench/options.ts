import { join } from 'node:path';
import { parseArgs } from 'node:util';

export const sectionIds = ['passes', 'event-loop', 'memory', 'engine', 'start', 'concurrency'] as const;
export type SectionId = (typeof sectionIds)[number];

export interface Options {
  readonly only: readonly SectionId[];
  /** Sizes of the process table, as many as are to be on the machine in all. */
  readonly processes: readonly number[];
  /** Pairs of runs: ours, baseline, ours, baseline, … */
  readonly rounds: number;
  readonly containers: number;
  readonly engineScrapes: number;
  readonly memoryScrapes: number;
  readonly report: string;
}

export const usage = `usage: npm run bench -- [options]
  --only ${sectionIds.join(',')}   parts to run (default: all)
  --processes 300,3100,30000   sizes of the process table
  --rounds 7                   pairs of runs
  --containers 300             containers of the engine part
  --engine-scrapes 30          scrapes in each of its windows
  --memory-scrapes 1000        scrapes of the memory part
  --report docs/performance.md`;

const count = /^[1-9]\d{0,6}$/;

/** @throws with the reason when a flag is unknown or has a bad value. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: sectionIds.join(',') },
      processes: { type: 'string', default: '300,3100,30000' },
      rounds: { type: 'string', default: '7' },
      containers: { type: 'string', default: '300' },
      'engine-scrapes': { type: 'string', default: '30' },
      'memory-scrapes': { type: 'string', default: '1000' },
      report: { type: 'string', default: join(import.meta.dirname, '..', 'docs', 'performance.md') },
    },
  });
  return {
    only: values.only.split(',').map(sectionId),
    processes: values.processes.split(',').map((text) => number('processes', text)),
    rounds: number('rounds', values.rounds),
    containers: number('containers', values.containers),
    engineScrapes: number('engine-scrapes', values['engine-scrapes']),
    memoryScrapes: number('memory-scrapes', values['memory-scrapes']),
    report: values.report,
  };
}

function sectionId(text: string): SectionId {
  const found = sectionIds.find((id) => id === text);
  if (found === undefined) throw new RangeError(`--only: one of ${sectionIds.join(', ')}, got "${text}"`);
  return found;
}

function number(flag: string, text: string): number {
  if (!count.test(text)) throw new RangeError(`--${flag}: a whole number from 1 on, got "${text}"`);
  return Number(text);
}
