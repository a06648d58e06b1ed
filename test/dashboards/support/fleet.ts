import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { register } from '../../e2e/support/lifetime.ts';
import { type FixtureApp, startFixtureApp } from '../../support/fixture-app.ts';
import { type FleetHost, fleet } from './hosts.ts';

/** An exporter that listens on a free port of 127.0.0.1. */
export interface Target {
  readonly host: FleetHost;
  /** `127.0.0.1:PORT` */
  readonly address: string;
}

/** Less than the second between two scrapes. */
const engineTimeout = '--docker.timeout=300ms';

/** What is wrong is told by name at the second look, not after 5 s. */
const atOnce = { settleSeconds: 0 };

async function start(host: FleetHost): Promise<Target> {
  const exporter = await startFixtureApp(host.builder, [engineTimeout], atOnce);
  keepUntilTheEnd(host, exporter);
  // Names come at the second look; what ails an Engine began after it had answered.
  for (let look = 0; look < 2; look += 1) await exporter.scrape();
  if (host.engine !== undefined) exporter.fake?.setBehaviour('*', host.engine);
  await exporter.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = exporter.app.server.address() as AddressInfo;
  return { host, address: `127.0.0.1:${port}` };
}

function keepUntilTheEnd({ instance }: FleetHost, exporter: FixtureApp): void {
  register('file', {
    what: `exporter of ${instance}`,
    undo: () => exporter.close(),
    undoNow: () => rmSync(exporter.fixture.rootfs, { recursive: true, force: true }),
  });
}

/** The real exporter on each host of the fleet, one after the other: at the same time they would only wait. */
export async function startFleet(): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (const host of fleet) targets.push(await start(host));
  return targets;
}
