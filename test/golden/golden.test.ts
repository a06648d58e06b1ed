import { chmodSync, lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Deadline } from '../../src/sources/deadline.ts';
import { buildFixtureHost, type FixtureHost, fixtureHosts } from '../hosts/index.ts';
import { startApp, type TestApp, warmUp } from '../support/app.ts';
import { type FakeEngine, startFakeEngine } from '../support/fake-engine.ts';
import { goldenCatalogue } from './catalogue.ts';
import { normalise } from './normalise.ts';

const nobody = 65_534;

let host: FixtureHost | undefined;
let engine: FakeEngine | undefined;
let running: TestApp | undefined;

afterEach(async () => {
  await running?.close();
  await engine?.close();
  await host?.dispose();
  running = engine = host = undefined;
});

async function start(name: string): Promise<TestApp> {
  const builder = fixtureHosts.find((candidate) => candidate.name === name);
  if (builder === undefined) throw new Error(`no fixture host is called ${name}`);
  host = await buildFixtureHost(builder);
  const socket = join(host.rootfs, 'engine.sock');
  if (host.answers !== undefined) engine = await startFakeEngine(host.answers, socket);
  running = await startApp([
    `--path.procfs=${host.procfs}`,
    `--path.sysfs=${host.sysfs}`,
    `--path.rootfs=${host.rootfs}`,
    `--docker.host=unix://${socket}`,
    '--collector.disk-usage',
    '--web.disable-exporter-metrics',
  ], atOnce, goldenCatalogue());
  await warmUp(running);
  return running;
}

/** Names are told at the second look, not after 5 s; ends of life do not come while nobody looks. */
const atOnce = { settleSeconds: 0, today: '2026-11-22' };

/** The second scrape, as what is there for the first time is not told by name. */
async function scrape({ app, engine: reader }: TestApp): Promise<string> {
  await reader?.refreshInventory(new Deadline(10));
  await app.inject({ url: '/metrics' });
  const response = await app.inject({ url: '/metrics' });
  expect(response.statusCode).toBe(200);
  return normalise(response.body);
}

describe('the whole app on fixture hosts', () => {
  it.each(fixtureHosts.map(({ name }) => name))('%s', async (name) => {
    const exposition = await scrape(await start(name));
    expect(exposition).not.toMatch(/^dockerhost_collector_success\{.*\} 0$/m);
    await expect(exposition).toMatchFileSnapshot(`${name}.prom`);
  });

  // as root nothing would be denied: the test becomes nobody for the scrape
  it('denied', async () => {
    const app = await start('overlay2');
    denyEverything(host as FixtureHost);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(nobody);
    try {
      await expect(await scrape(app)).toMatchFileSnapshot('denied.prom');
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});

/** Takes all permissions off every file, and off the directories that a kernel would protect. */
function denyEverything({ procfs, sysfs, rootfs }: FixtureHost): void {
  for (const entry of readdirSync(rootfs, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() || entry.isSocket()) chmodSync(path, 0);
    if (entry.isSymbolicLink()) lchownSync(path, 0, 0);
    if (entry.isDirectory() && ['fd', 'task', 'ns'].includes(entry.name)) chmodSync(path, 0);
  }
  chmodSync(rootfs, 0o755);
  chmodSync(procfs, 0o755);
  chmodSync(sysfs, 0o755);
}
