import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInterruption, listenForInterruption, stopIfInterrupted } from './lib/interrupt.ts';
import { progress } from './lib/log.ts';
import { type Options, readOptions, usage } from './options.ts';
import { composeReport, type Part } from './report/document.ts';
import { machineLine, readMachine } from './report/machine.ts';
import { missingRequirements } from './requirements.ts';
import type { Section } from './section.ts';
import { concurrency } from './sections/concurrency.ts';
import { engine } from './sections/engine.ts';
import { eventLoop } from './sections/event-loop.ts';
import { memory } from './sections/memory.ts';
import { passes } from './sections/passes.ts';
import { start } from './sections/start.ts';

const sections: readonly Section[] = [passes, eventLoop, memory, engine, start, concurrency];

/** Runs the sections that were asked for and writes the report; gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const options = optionsOrProblem(args);
  if (typeof options === 'string') return refuse(options);
  const missing = missingRequirements(options);
  if (missing.length > 0) return refuse(`missing: ${missing.join('; ')}`);
  listenForInterruption();
  const directory = mkdtempSync(join(tmpdir(), 'docker-host-exporter-bench-'));
  try {
    return await measure(options, directory);
  } catch (error) {
    if (isInterruption(error)) return 130;
    throw error;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One part that fails leaves its section of the report as it was; the others are measured all the same. */
async function measure(options: Options, directory: string): Promise<number> {
  const machine = readMachine();
  const results: Record<string, unknown> = { machine, options };
  const parts: Part[] = [];
  let failures = 0;
  for (const section of sections.filter(({ id }) => options.only.includes(id))) {
    stopIfInterrupted();
    progress(section.title);
    try {
      const { data, markdown } = await section.run({ options, directory });
      results[section.id] = data;
      parts.push({
        id: section.id,
        title: section.title,
        markdown: `${markdown}\n\n${machineLine(machine)}`,
      });
    } catch (error) {
      if (isInterruption(error)) throw error;
      progress(`${section.id} failed: ${error instanceof Error ? error.message : String(error)}`);
      failures += 1;
    }
  }
  const json = join(mkdtempSync(join(tmpdir(), 'docker-host-exporter-bench-result-')), 'bench.json');
  writeFileSync(json, JSON.stringify(results, null, 1));
  const order = sections.map(({ id, title }) => [id, title] as const);
  writeFileSync(options.report, composeReport(textOf(options.report), parts, order));
  progress(`report: ${options.report}; every value: ${json}`);
  return failures === 0 ? 0 : 1;
}

function optionsOrProblem(args: readonly string[]): Options | string {
  try {
    return readOptions(args);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function refuse(reason: string): number {
  console.error(`bench: ${reason}`);
  return 2;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
