import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { image } from '../support/engine.ts';
import type { Exporter } from '../support/exporter.ts';
import { type Residue, residue } from '../support/residue.ts';
import { duringChurn } from './support/churn.ts';
import { type Site, startSite } from './support/site.ts';
import { watch } from './support/watch.ts';

/** Two minutes of scrapes besides those of Prometheus, which on the clock of the rules are two hours. */
const scrapes = 1000;
const everyMs = 120;

let site: Site;

beforeAll(async () => {
  // As anybody runs it, its list of containers up to 15 s old; but for the inventory, which is not to age on the fast clock.
  site = await startSite({}, ({ flags }) => [...flags, '--inventory.interval=1s']);
});

async function look(exporter: Exporter): Promise<Residue[]> {
  const seen: Residue[] = [];
  while (seen.length < scrapes) {
    const began = performance.now();
    seen.push(residue(await exporter.scrape()));
    await sleep(Math.max(0, everyMs - (performance.now() - began)));
  }
  return seen;
}

const isAccused = ({ ghosts, orphans }: Residue): boolean => ghosts !== 0 || orphans !== 0;

test(`while containers come and go for ${scrapes} scrapes nobody is accused and nobody is paged`, {
  timeout: 600_000,
}, async () => {
  const told = watch(site);
  await site.engine.run('--name=service', image, 'sleep', '4444');
  const { result: seen, containers } = await duringChurn(site.engine, () => look(site.exporter));
  expect(containers).toBeGreaterThan(scrapes / 20);

  // never a ghost or an orphan twice in a row; and stronger: nobody who only came and went was ever named
  const twice = seen.filter((each, index) => index > 0 && isAccused(each) && isAccused(seen[index - 1] as Residue));
  expect(twice).toEqual([]);
  const named = seen.flatMap(({ offenders }) => offenders).filter((text) => /^(ghost|orphan)/.test(text));
  expect(named).toEqual([]);

  expect(told.arrived()).toEqual([]);
  // It was silence, and not a broken line: scrapes succeeded and the watchdog came again and again.
  expect(await site.prometheus.values('min_over_time(up[2m])')).toEqual([1]);
  const watchdogs = site.inbox.notices.filter(({ receiver }) => receiver === 'watchdog');
  expect(watchdogs.length).toBeGreaterThan(10);
});
