import type { Agent } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { type Answer, send } from './http.ts';
import { now } from './wait.ts';

/** What is scraped, and what an answer must contain to count as a measurement. */
export interface Target {
  readonly name: string;
  readonly port: number;
  /** Says what is wrong with an exposition; `undefined` when it is whole. */
  readonly complaint: (exposition: string) => string | undefined;
}

export interface Scrape {
  /** From the request to the last byte. */
  readonly seconds: number;
  readonly exposition: string;
  /** Ours serves its last exposition again while it is under pressure: an answer that cost it next to nothing. */
  readonly repeated: boolean;
}

/** The headers that Prometheus sends; they choose format, compression and deadline. */
const headers = {
  accept: 'text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
  'accept-encoding': 'gzip',
  'x-prometheus-scrape-timeout-seconds': '30',
  'user-agent': 'bench',
};

/**
 * One scrape as Prometheus does it.
 * @throws when the answer is not 200 or lacks what the target should have measured: a figure for an
 * incomplete scrape would flatter.
 */
export async function scrape(target: Target, agent: Agent): Promise<Scrape> {
  const begun = now();
  const answer = await send({ host: '127.0.0.1', port: target.port, path: '/metrics', agent, headers });
  const seconds = now() - begun;
  const exposition = textOf(answer);
  const complaint = answer.status === 200 ? target.complaint(exposition) : `HTTP ${answer.status}`;
  if (complaint !== undefined) throw new Error(`scrape of ${target.name}: ${complaint}`);
  return { seconds, exposition, repeated: isRepeated(exposition) };
}

const isRepeated = (exposition: string): boolean =>
  samplesOf(exposition, 'dockerhost_exporter_under_pressure').some((value) => value !== 0);

/** As `scrape`, for what each answer costs: one that was given before does not count. */
export async function freshScrape(target: Target, agent: Agent): Promise<Scrape> {
  const done = await scrape(target, agent);
  if (done.repeated) throw new Error(`scrape of ${target.name}: answered under pressure, from the last exposition`);
  return done;
}

const textOf = (answer: Answer): string =>
  (answer.encoding === 'gzip' ? gunzipSync(answer.body) : answer.body).toString('utf8');

/** Scrapes one after the other, without a pause. */
export async function scrapes(target: Target, agent: Agent, count: number, one = scrape): Promise<Scrape[]> {
  const done: Scrape[] = [];
  for (let i = 0; i < count; i++) done.push(await one(target, agent));
  return done;
}

/** Value of the sample written exactly so (`name` or `name{label="value"}`); `undefined` when there is none. */
export function sampleOf(exposition: string, sample: string): number | undefined {
  const line = exposition.split('\n').find((text) => text.startsWith(`${sample} `));
  return line === undefined ? undefined : Number(line.slice(sample.length + 1).split(' ')[0]);
}

/** Values of all samples of a metric, whatever their labels. */
export function samplesOf(exposition: string, metric: string): number[] {
  return exposition
    .split('\n')
    .filter((line) => line.startsWith(`${metric} `) || line.startsWith(`${metric}{`))
    .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)));
}
