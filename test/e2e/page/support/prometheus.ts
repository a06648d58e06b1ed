import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../../support/child.ts';
import { checkout } from '../../support/exporter.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { eventually } from '../../support/wait.ts';
import { factor, interval, lookback } from './pace.ts';
import { scaleRules } from './scale.ts';

/** Exporters by the name of their host, which becomes the label `instance`. */
export type Targets = Readonly<Record<string, string>>;

export interface AlertingPrometheus {
  /** What is scraped from now on: `host:port` by instance. */
  watch(targets: Targets): void;
  /** Alerts of an instance that fire, as `Name severity`; with '' those of no instance. */
  firing(instance: string): Promise<readonly string[]>;
  /** The values of an instant query. */
  values(expression: string): Promise<readonly number[]>;
}

interface Answer {
  readonly data: {
    readonly result: readonly { readonly metric: Record<string, string>; readonly value: readonly [number, string] }[];
  };
}

/** JSON is YAML. */
const configuration = (folder: string, alertmanager: string): string =>
  JSON.stringify({
    global: { scrape_interval: interval, scrape_timeout: interval, evaluation_interval: interval },
    rule_files: [`${folder}/rules/*.yml`],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
    scrape_configs: [
      {
        job_name: 'docker-host',
        file_sd_configs: [{ files: [`${folder}/targets.json`], refresh_interval: interval }],
      },
    ],
  });

function writeRules(folder: string): void {
  mkdirSync(folder);
  const shipped = join(checkout, 'rules');
  for (const name of readdirSync(shipped).filter((file) => file.endsWith('.rules.yml')))
    writeFileSync(join(folder, name), scaleRules(readFileSync(join(shipped, name), 'utf8'), factor));
}

/** Prometheus reads the file whenever it likes: it must be whole at any time. */
function writeTargets(folder: string, targets: Targets): void {
  const groups = Object.entries(targets).map(([instance, target]) => ({ targets: [target], labels: { instance } }));
  writeFileSync(join(folder, 'targets.new'), JSON.stringify(groups));
  renameSync(join(folder, 'targets.new'), join(folder, 'targets.json'));
}

/** Prometheus with the rules of the project at the tests' pace. @param alertmanager `host:port` */
export async function startAlertingPrometheus(alertmanager: string, targets: Targets): Promise<AlertingPrometheus> {
  const folder = scratchFolder();
  writeRules(join(folder, 'rules'));
  writeTargets(folder, targets);
  writeFileSync(join(folder, 'prometheus.yml'), configuration(folder, alertmanager));
  const child = await startChild('prometheus', [
    `--config.file=${folder}/prometheus.yml`,
    `--storage.tsdb.path=${folder}/data`,
    `--query.lookback-delta=${lookback}`,
    // The first alerts come before Prometheus knows its Alertmanager; by default it would wait for a minute.
    '--rules.alert.resend-delay=5s',
    '--web.listen-address=127.0.0.1:0',
  ]);
  const listening = /Listening on"? address=(127\.0\.0\.1:\d+)/;
  const address = await eventually('Prometheus to log its address', () => listening.exec(child.stderr())?.[1]);
  const query = async (expression: string) => {
    const response = await fetch(`http://${address}/api/v1/query?query=${encodeURIComponent(expression)}`);
    const text = await response.text();
    if (!response.ok) throw new Error(`${expression}: ${response.status} ${text.slice(0, 200)}`);
    return (JSON.parse(text) as Answer).data.result;
  };
  await eventually('Prometheus to be ready', async () => (await fetch(`http://${address}/-/ready`)).ok);
  return {
    watch: (changed) => writeTargets(folder, changed),
    firing: async (instance) => {
      const alerts = await query(`ALERTS{alertstate="firing", instance="${instance}"}`);
      return alerts.map(({ metric }) => `${metric['alertname']} ${metric['severity']}`);
    },
    values: async (expression) => (await query(expression)).map(({ value }) => Number(value[1])),
  };
}
