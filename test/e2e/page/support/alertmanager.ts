import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAlertmanager } from '../../../alertmanager/support/tools.ts';
import { startChild } from '../../support/child.ts';
import { checkout } from '../../support/exporter.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { eventually } from '../../support/wait.ts';
import { factor } from './pace.ts';
import { scaleRouting } from './scale.ts';

/**
 * Alertmanager with the configuration of the project, but for the webhooks' port and shorter waiting times.
 * @param inbox `host:port` of the webhooks
 * @returns its own `host:port`
 */
export async function startRealAlertmanager(inbox: string): Promise<string> {
  ensureAlertmanager();
  const folder = scratchFolder();
  const file = join(folder, 'alertmanager.yml');
  const shipped = readFileSync(join(checkout, 'deploy/alertmanager/alertmanager.yml'), 'utf8');
  writeFileSync(file, scaleRouting(shipped, factor).replaceAll('127.0.0.1:9095', inbox));
  const child = await startChild('prometheus-alertmanager', [
    `--config.file=${file}`,
    `--storage.path=${folder}/data`,
    '--web.listen-address=127.0.0.1:0',
    '--cluster.listen-address=',
  ]);
  const listening = /Listening on"? address=(127\.0\.0\.1:\d+)/;
  const address = await eventually('Alertmanager to log its address', () => listening.exec(child.stderr())?.[1]);
  const ready = async () => (await fetch(`http://${address}/-/ready`)).ok;
  await eventually('Alertmanager to be ready', ready);
  return address;
}
