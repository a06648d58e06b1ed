import { join } from 'node:path';
import type { Tuning } from '../../src/commands/assemble.ts';
import { longestBudgetSeconds } from '../../src/http/scrape-budget.ts';
import { Deadline } from '../../src/sources/deadline.ts';
import { startApp, type TestApp, warmUp } from './app.ts';
import { type FakeEngine, startFakeEngine } from './fake-engine.ts';
import { buildFixtureHost, type FixtureHost, type FixtureHostBuilder } from './fixture-host.ts';

/** The whole exporter on a fixture host, with the fake Engine that belongs to it. */
export interface FixtureApp extends TestApp {
  readonly fixture: FixtureHost;
  readonly fake: FakeEngine | undefined;
  /** The text of a scrape, with an inventory that is up to date. */
  scrape(): Promise<string>;
}

export async function startFixtureApp(
  builder: FixtureHostBuilder,
  argv: readonly string[] = ['--web.disable-exporter-metrics'],
  tuning?: Tuning,
): Promise<FixtureApp> {
  const fixture = await buildFixtureHost(builder);
  const socket = join(fixture.rootfs, 'engine.sock');
  const fake = fixture.answers === undefined ? undefined : await startFakeEngine(fixture.answers, socket);
  const roots = [`--path.procfs=${fixture.procfs}`, `--path.sysfs=${fixture.sysfs}`, `--path.rootfs=${fixture.rootfs}`];
  const engine = [`--docker.host=unix://${socket}`, '--collector.disk-usage'];
  const app = await startApp([...roots, ...engine, ...argv], tuning);
  await warmUp(app);
  return {
    ...app,
    fixture,
    fake,
    scrape: () => scrape(app),
    close: async () => {
      await app.close();
      await fake?.close();
      await fixture.dispose();
    },
  };
}

/** Not over HTTP: a test that scrapes as fast as it can would be under pressure, and be told the last scrape again. */
async function scrape({ exposition, engine }: TestApp): Promise<string> {
  const deadline = new Deadline(30);
  await engine?.refreshInventory(deadline);
  deadline.clear();
  return exposition.scrape(longestBudgetSeconds, 'text');
}
