import type { Agent } from 'node:http';
import { join } from 'node:path';
import { end, hasEnded, type Started, start } from '../lib/child.ts';
import { freePort, keepAlive } from '../lib/http.ts';
import { isInterruption } from '../lib/interrupt.ts';
import { freshScrape, sampleOf, type Target } from '../lib/scrape.ts';
import { now, waitFor } from '../lib/wait.ts';

export interface RunningExporter {
  readonly pid: number;
  readonly target: Target;
  readonly agent: Agent;
  /** From spawn to the end of the first whole answer of `/metrics`. */
  readonly firstScrapeSeconds: number;
}

/** How to start an exporter: ours or the baseline. */
export interface ExporterProgram {
  readonly name: string;
  readonly command: string;
  readonly args: (port: number) => readonly string[];
  readonly complaint: Target['complaint'];
}

export const mainFile = join(import.meta.dirname, '..', '..', 'dist', 'main.js');

/** Flags that keep a run off whatever Docker this machine may have. */
export const withoutEngine = ['--docker.host=unix:///nonexistent/docker.sock', '--docker.pidfile=/nonexistent'];

export const ours = (flags: readonly string[], complaint: Target['complaint'] = () => undefined): ExporterProgram => ({
  name: 'docker-host-exporter',
  command: mainFile, // as installed: its first line sets the flags of Node.js
  args: (port) => [`--web.listen-address=127.0.0.1:${port}`, ...flags],
  complaint: (exposition) => ourComplaint(exposition) ?? complaint(exposition),
});

/** Debian's node_exporter with the one collector that also makes a pass over `stat` of every process. */
export const nodeExporter: ExporterProgram = {
  name: 'node_exporter',
  command: 'prometheus-node-exporter',
  args: (port) => [`--web.listen-address=127.0.0.1:${port}`, '--collector.disable-defaults', '--collector.processes'],
  complaint: (exposition) =>
    sampleOf(exposition, 'node_scrape_collector_success{collector="processes"}') === 1
      ? undefined
      : 'collector processes did not succeed',
};

const ourComplaint = (exposition: string): string | undefined =>
  sampleOf(exposition, 'dockerhost_collector_success{collector="processes"}') === 1
    ? undefined
    : 'collector processes did not succeed';

/** Runs an exporter while `use` runs; it has answered one whole scrape before. */
export async function withExporter<T>(
  program: ExporterProgram,
  use: (exporter: RunningExporter) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const target: Target = { name: program.name, port, complaint: program.complaint };
  const agent = keepAlive();
  const begun = now();
  const started = start(program.command, program.args(port), { env: { PATH: process.env['PATH'] ?? '' } });
  try {
    const firstScrapeSeconds = (await untilScraped(started, target, agent)) - begun;
    return await use({ pid: started.pid, target, agent, firstScrapeSeconds });
  } finally {
    agent.destroy();
    await end(started);
  }
}

/** The time (see `now`) at which the first whole scrape was there. */
async function untilScraped(started: Started, target: Target, agent: Agent): Promise<number> {
  let last = 'no answer';
  const probe = async (): Promise<number | undefined> => {
    if (hasEnded(started)) throw new Error(`${target.name} ended at once: ${started.lastWords()}`);
    try {
      await freshScrape(target, agent);
      return now();
    } catch (error) {
      if (isInterruption(error)) throw error;
      last = error instanceof Error ? error.message : String(error);
      return undefined;
    }
  };
  return await waitFor(`first scrape of ${target.name}`, 30, probe, 2).catch((error: unknown) => {
    if (isInterruption(error)) throw error;
    throw new Error(`${error instanceof Error ? error.message : error} (last: ${last})`, { cause: error });
  });
}
