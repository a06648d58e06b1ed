import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../../e2e/support/child.ts';
import { scratchFolder } from '../../e2e/support/scratch.ts';
import { eventually } from '../../e2e/support/wait.ts';
import { configText, type Labels } from './config.ts';

/** An alert as the API v2 shows it. */
export interface SeenAlert {
  readonly labels: Labels;
  readonly fingerprint: string;
  readonly status: { readonly state: string; readonly inhibitedBy: readonly string[] };
}

export interface Alertmanager {
  /** Posts firing alerts, in this order. */
  post(alerts: readonly Labels[]): Promise<void>;
  alerts(): Promise<readonly SeenAlert[]>;
}

const anHour = 3_600_000;

async function ask(url: string, init: RequestInit = {}): Promise<string> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text.slice(0, 80)}`);
  return text;
}

const bodyOf = (alerts: readonly Labels[]): string => {
  const startsAt = new Date().toISOString();
  const endsAt = new Date(Date.now() + anHour).toISOString();
  return JSON.stringify(alerts.map((labels) => ({ labels, startsAt, endsAt })));
};

/**
 * Alertmanager with the configuration of the project, alone, on a free port of 127.0.0.1, until the test file ends
 * (test/e2e/support/setup.ts). Its notifications go to a port on which nobody listens.
 */
export async function startAlertmanager(): Promise<Alertmanager> {
  const folder = scratchFolder();
  const file = join(folder, 'alertmanager.yml');
  writeFileSync(file, configText.replaceAll('127.0.0.1:9095', '127.0.0.1:1'));
  const child = await startChild('prometheus-alertmanager', [
    `--config.file=${file}`,
    `--storage.path=${folder}/data`,
    '--web.listen-address=127.0.0.1:0',
    '--cluster.listen-address=',
  ]);
  const address = () => {
    if (child.process.exitCode !== null) throw new Error(`Alertmanager ended: ${child.stderr()}`);
    return /Listening on"? address=(127\.0\.0\.1:\d+)/.exec(child.stderr())?.[1];
  };
  const url = `http://${await eventually('Alertmanager to log its address', address)}`;
  await eventually('Alertmanager to be ready', () => ask(`${url}/-/ready`));
  const headers = { 'Content-Type': 'application/json' };
  return {
    post: async (alerts) => {
      await ask(`${url}/api/v2/alerts`, { method: 'POST', headers, body: bodyOf(alerts) });
    },
    alerts: async () => JSON.parse(await ask(`${url}/api/v2/alerts`)) as readonly SeenAlert[],
  };
}
