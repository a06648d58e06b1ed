import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cronPid } from '../hosts/modern/services.ts';
import { overlay2 } from '../hosts/overlay2.ts';
import { type FixtureApp, startFixtureApp } from '../support/fixture-app.ts';
import type { FixtureHost, FixtureHostBuilder } from '../support/fixture-host.ts';
import { breakPath, type Fault } from '../support/host-faults.ts';
import { type Cost, costBetween, nothing, sorted, swap } from './cost.ts';
import { seriesOf } from './series.ts';

// Nobody reads how much of a process is swapped out on a host that uses no swap, and no fixture host of today does.

/** The first process of the container `web`. */
const webPid = 1200;

const swapping: FixtureHostBuilder = {
  name: overlay2.name,
  build: async (dir: string): Promise<FixtureHost> => {
    const host = await overlay2.build(dir);
    edit(join(dir, 'proc/meminfo'), /^(Swap(?:Total|Free)): +0 kB$/gm, (_, name) =>
      name === 'SwapTotal' ? 'SwapTotal:     2097148 kB' : 'SwapFree:      2093052 kB',
    );
    edit(join(dir, `proc/${webPid}/status`), /^VmSwap:\t0 kB$/m, () => 'VmSwap:\t212 kB');
    return host;
  },
};

function edit(path: string, pattern: RegExp, replacement: (line: string, name: string) => string): void {
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(pattern, replacement);
  if (edited === text) throw new Error(`${path} has nothing like ${pattern}`);
  writeFileSync(path, edited);
}

let app: FixtureApp;
let healthy: Map<string, number>;
beforeAll(async () => {
  app = await startFixtureApp(swapping);
  healthy = await seriesOf(app);
});
afterAll(() => app.close());

it('counts the swap of containers where the host uses swap', () => {
  expect(healthy.get('container_swap_bytes{}')).toBe(212 * 1024);
  expect(healthy.get('orphaned_swap_bytes{}')).toBe(0);
});

const ofContainer = `proc/${webPid}/status`;
const unread: Cost = { gone: swap, failed: ['reconcile'] };
const rows: readonly (readonly [Fault, string, Cost])[] = [
  ['missing', ofContainer, { gone: [], changed: ['container_swap_bytes'], failed: [] }], // it has ended
  ['denied', ofContainer, unread],
  ['rubbish', ofContainer, unread],
  ['denied', `proc/${cronPid}/status`, nothing], // of the containers alone
];

it.each(rows)('%s: %s', async (fault, path, cost) => {
  const undo = breakPath(app.fixture.rootfs, path, fault);
  const sick = await seriesOf(app).finally(undo);
  expect(costBetween(healthy, sick)).toEqual(sorted(cost));
  expect(costBetween(healthy, await seriesOf(app))).toEqual(sorted(nothing));
});
