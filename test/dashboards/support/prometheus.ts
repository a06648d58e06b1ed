import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, startChild } from '../../e2e/support/child.ts';
import { scratchFolder } from '../../e2e/support/scratch.ts';
import { eventually } from '../../e2e/support/wait.ts';
import { Api } from './api.ts';
import { writeRulesAtOnce } from './rules-at-once.ts';

export const root = join(import.meta.dirname, '../../..');

/** What Prometheus scrapes, with the labels of its configuration. */
export interface ScrapeTarget {
  readonly address: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface Prometheus {
  readonly api: Api;
  /** Orderly: what was scraped is on the disk afterwards. */
  stop(): Promise<void>;
}

/** Two of them scrape the same exporters, each of which is therefore scraped once a second. */
const interval = '2s';

/** A new folder with a configuration and the rules; `data` in it is empty, for what is back-filled. */
export function prometheusFolder(targets: readonly ScrapeTarget[]): string {
  const folder = scratchFolder();
  mkdirSync(join(folder, 'data'));
  writeRulesAtOnce(join(root, 'rules'), join(folder, 'rules'));
  const groups = targets.map(({ address, labels }) => ({ targets: [address], labels }));
  // JSON is YAML
  const configuration = {
    global: { scrape_interval: interval, scrape_timeout: interval, evaluation_interval: '1s' },
    rule_files: [`${folder}/rules/*.yml`],
    scrape_configs: [{ job_name: 'docker-host', static_configs: groups }],
  };
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(configuration));
  return folder;
}

/** Debian's Prometheus on a free port of 127.0.0.1, until it is stopped or the test file ends. */
export async function startPrometheus(folder: string): Promise<Prometheus> {
  const child = await startChild('prometheus', [
    `--config.file=${folder}/prometheus.yml`,
    `--storage.tsdb.path=${folder}/data`,
    '--web.listen-address=127.0.0.1:0',
  ]);
  const address = await eventually('Prometheus to log its address', () => addressOf(child), undefined, { every: 50 });
  const isReady = async () => (await fetch(`http://${address}/-/ready`)).ok;
  await eventually('Prometheus to be ready', isReady, undefined, { every: 50 });
  return { api: new Api(address), stop: async () => void (await child.stop()) };
}

function addressOf({ process, stderr }: Child): string | undefined {
  if (process.exitCode !== null) throw new Error(`Prometheus ended: ${stderr().slice(-2000)}`);
  return /Listening on"? address=(127\.0\.0\.1:\d+)/.exec(stderr())?.[1];
}
