import type { SpawnOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from './child.ts';
import { type Exposition, parseExposition } from './exposition.ts';
import { eventually } from './wait.ts';

/** The checkout that is tested. */
export const checkout = fileURLToPath(new URL('../../../', import.meta.url));

export interface Scrape extends Exposition {
  readonly seconds: number;
}

export interface ScrapeOptions {
  /** Seconds in `X-Prometheus-Scrape-Timeout-Seconds`. */
  readonly timeout?: number;
}

export interface Exporter extends Child {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** All it has printed, stdout and stderr. */
  log(): string;
  /** @throws Error unless the answer is 200. */
  scrape(options?: ScrapeOptions): Promise<Scrape>;
}

export interface ExporterOptions extends SpawnOptions {
  /** A folder with `dist/main.js`; the checkout when not given. */
  readonly home?: string;
  /** A command that ends by executing its arguments, such as `unshare --pid --fork`. */
  readonly through?: readonly string[];
}

/** Only what a service gets: no variable of the test run may change what the exporter does. */
const environment = { PATH: process.env['PATH'] };

/** `node dist/main.js …` as it is, for calls that are meant to end by themselves. */
export function runMain(args: readonly string[], options: ExporterOptions = {}): Promise<Child> {
  const { home = checkout, through = [], ...rest } = options;
  const main = `${home}/dist/main.js`;
  if (!existsSync(main)) throw new Error(`${main} is missing: npm run build makes it`);
  const [command, ...words] = [...through, process.execPath, main, ...args] as [string, ...string[]];
  return startChild(command, words, { cwd: '/', env: environment, ...rest });
}

async function scrape(url: string, { timeout = 10 }: ScrapeOptions = {}): Promise<Scrape> {
  const began = performance.now();
  const response = await fetch(`${url}/metrics`, {
    headers: { 'X-Prometheus-Scrape-Timeout-Seconds': String(timeout) },
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  const seconds = (performance.now() - began) / 1000;
  if (response.status !== 200) throw new Error(`/metrics: ${response.status} ${text.slice(0, 200)}`);
  return { ...parseExposition(text), seconds };
}

/** The exporter on a free port of 127.0.0.1, once `/-/ready` answers 200. */
export async function startExporter(args: readonly string[], options: ExporterOptions = {}): Promise<Exporter> {
  const child = await runMain(['--web.listen-address=127.0.0.1:0', ...args], options);
  const log = () => child.stdout() + child.stderr();
  const alive = () => {
    const { exitCode, signalCode } = child.process;
    if (exitCode !== null || signalCode !== null)
      throw new Error(`the exporter ended with ${signalCode ?? exitCode}: ${log()}`);
  };
  const address = () => {
    alive();
    return /http:\/\/127\.0\.0\.1:\d+/.exec(log())?.[0];
  };
  const url = await eventually('the exporter to log its address', address, undefined, {
    within: 20,
  });
  const ready = async () => (await fetch(`${url}/-/ready`)).status;
  await eventually(`${url}/-/ready`, ready, (status) => status === 200, { within: 30 });
  return { ...child, url, log, scrape: (scrapeOptions) => scrape(url, scrapeOptions) };
}

/** Scrapes until `accept`, and gives that scrape. @throws Error with `show` of the last one. */
export function scrapeUntil(
  exporter: Exporter,
  what: string,
  accept: (exposition: Scrape) => boolean,
  show: (exposition: Scrape) => unknown,
  seconds = 40,
): Promise<Scrape> {
  let last: Scrape | undefined;
  const look = async () => {
    last = await exporter.scrape();
    return accept(last) ? last : Promise.reject(new Error(JSON.stringify(show(last))));
  };
  return eventually(what, look, undefined, { within: seconds, every: 500 });
}
