import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { scratchFolder } from '../e2e/support/scratch.ts';
import { type Answer, checkConfig, verifyReceivers } from './support/amtool.ts';
import { type Config, config, type InhibitRule, type Route, root, settingsOff } from './support/config.ts';
import { ensureAlertmanager } from './support/tools.ts';
import '../e2e/support/setup.ts';

type Receivers = Config['receivers'];

/** The blocks of YAML of the page, in its order. */
const page = readFileSync(join(root, 'docs/alertmanager.md'), 'utf8');
const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => parse(text) as unknown);
const [own, drain, tolerant, hostDown] = blocks as [{ receivers: Receivers }, Route[], string[], InhibitRule[]];

/** The file of the project with all of it put in. */
const changed: Config = {
  ...config,
  route: { ...config.route, routes: [...drain, ...(config.route.routes ?? [])] },
  receivers: [
    ...config.receivers.filter(({ name }) => !own.receivers.some((receiver) => receiver.name === name)),
    ...own.receivers,
    { name: 'drain', webhook_configs: [{ url: 'http://127.0.0.1:9095/drain' }] },
  ],
  inhibit_rules: [...config.inhibit_rules, ...hostDown],
};

let file: string;

beforeAll(() => {
  ensureAlertmanager();
  file = join(scratchFolder(), 'alertmanager.yml');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(changed));
}, 600_000);

const good = ({ status, text }: Answer) => expect(status, text).toBe(0);

test('the page has as many blocks as are tried here', () => {
  expect(blocks).toHaveLength(4);
});

test('amtool takes what the page says to put in', () => {
  good(checkConfig(file));
});

test('what drains a host comes beside the ticket', () => {
  const labels = { component: 'docker-host', severity: 'warning', instance: 'docker-7:10063' };
  good(verifyReceivers(file, { ...labels, alertname: 'DockerHostNeedsRecycle' }, 'drain,ticket'));
  good(verifyReceivers(file, { ...labels, alertname: 'DockerHostZombies' }, 'ticket'));
});

test('the line for fleets that may lose a host is the one in the file', () => {
  const off = settingsOff.map((line) => line.trim().replace('#- ', ''));
  expect(off).toEqual(expect.arrayContaining(tolerant));
});
