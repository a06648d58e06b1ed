import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './child.ts';
import { scratchFolder } from './scratch.ts';
import { eventually } from './wait.ts';

export interface InstantSample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ScrapeTarget {
  readonly labels: Readonly<Record<string, string>>;
  readonly health: string;
  readonly lastError: string;
}

/** A real Prometheus that scrapes what it is given. */
export interface Prometheus {
  readonly url: string;
  /** The data of an instant query. */
  query(expression: string): Promise<readonly InstantSample[]>;
  targets(): Promise<readonly ScrapeTarget[]>;
  /** Type of each metric as Prometheus understood it. */
  metadata(): Promise<ReadonlyMap<string, string>>;
}

interface Answers {
  readonly query: {
    readonly result: readonly {
      readonly metric: Record<string, string>;
      readonly value: readonly [number, string];
    }[];
  };
  readonly targets: { readonly activeTargets: readonly ScrapeTarget[] };
  readonly metadata: Readonly<Record<string, readonly { readonly type: string }[]>>;
}

async function ask<Path extends keyof Answers>(url: string, path: Path, query = ''): Promise<Answers[Path]> {
  const response = await fetch(`${url}/api/v1/${path}${query}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}${query}: ${response.status} ${text.slice(0, 200)}`);
  return (JSON.parse(text) as { data: Answers[Path] }).data;
}

/** JSON is YAML; the timeout may not exceed the interval. */
function configuration(targets: readonly string[], interval: string): string {
  const job = { job_name: 'docker-host', static_configs: [{ targets }] };
  return JSON.stringify({
    global: { scrape_interval: interval, scrape_timeout: interval },
    scrape_configs: [job],
  });
}

/**
 * @param targets `host:port`
 * @param interval In Prometheus' notation, e.g. `1s`.
 */
export async function startPrometheus(
  targets: readonly string[],
  { interval }: { readonly interval: string },
): Promise<Prometheus> {
  const folder = scratchFolder();
  const config = join(folder, 'prometheus.yml');
  writeFileSync(config, configuration(targets, interval));
  const child = await startChild('prometheus', [
    `--config.file=${config}`,
    `--storage.tsdb.path=${folder}/data`,
    '--web.listen-address=127.0.0.1:0',
  ]);
  const listening = /Listening on"? address=(127\.0\.0\.1:\d+)/;
  const address = await eventually('Prometheus to log its address', () => listening.exec(child.stderr())?.[1]);
  const url = `http://${address}`;
  const ready = async () => (await fetch(`${url}/-/ready`)).status;
  await eventually('Prometheus to be ready', ready, (status) => status === 200);
  return {
    url,
    query: async (expression) => {
      const data = await ask(url, 'query', `?query=${encodeURIComponent(expression)}`);
      return data.result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
    },
    targets: async () => (await ask(url, 'targets')).activeTargets,
    metadata: async () => {
      const data = await ask(url, 'metadata');
      return new Map(Object.entries(data).map(([name, entries]) => [name, entries[0]?.type ?? '']));
    },
  };
}
