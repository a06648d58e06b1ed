import { beforeAll, expect, test } from 'vitest';
import { image } from '../support/engine.ts';
import { type Site, startSite } from './support/site.ts';
import { watch } from './support/watch.ts';

let site: Site;

beforeAll(async () => {
  site = await startSite();
});

/** On the clock of the rules this is two hours. */
const seconds = 120;

/** Containers that stay, that end by themselves and that are removed while they run, at a pace of a busy CI host. */
async function comeAndGo(round: number): Promise<void> {
  const { engine } = site;
  const id = await engine.run(`--name=job-${round}`, image, 'sleep', '600');
  await engine.docker('run', '--rm', '--network=none', image, 'true');
  await engine.docker('rm', '-f', id);
}

test('a host whose containers come and go for two minutes pages nobody', { timeout: 240_000 }, async () => {
  const seen = watch(site);
  await site.engine.run('--name=service', image, 'sleep', '4444');
  const end = performance.now() + seconds * 1000;
  let rounds = 0;
  while (performance.now() < end) await comeAndGo(rounds++);
  expect(rounds).toBeGreaterThan(20);

  expect(seen.arrived().filter((told) => !told.startsWith('digest '))).toEqual([]);
  // It was silence, and not a broken line: scrapes succeeded and the watchdog came again and again.
  const up = await site.prometheus.values(`min_over_time(up[${seconds}s])`);
  expect(up).toHaveLength(1);
  const watchdogs = site.inbox.notices.filter(({ receiver }) => receiver === 'watchdog');
  expect(watchdogs.length).toBeGreaterThan(10);
});
