import { readlinkSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { type Exporter, type Scrape, startExporter } from './support/exporter.ts';
import { descriptors } from './support/proc.ts';

const limit = 160;
let engine: Engine;
let exporter: Exporter;

beforeAll(async () => {
  engine = await startEngine({ nofile: limit });
  exporter = await startExporter(engine.flags);
});

const openNow = (): number => descriptors(engine.pid)?.length ?? Number.NaN;

/** Named pipes of containers' stdout and stderr among the daemon's descriptors. */
function stdioNow(): number {
  const names = descriptors(engine.pid) ?? [];
  return names.filter((name) => {
    try {
      return /\/[0-9a-f]{64}\/[^/]*std(out|err)$/.test(readlinkSync(`/proc/${engine.pid}/fd/${name}`));
    } catch {
      return false; // closed since the listing
    }
  }).length;
}

interface Watched {
  readonly scrape: Scrape;
  readonly least: number;
  readonly most: number;
}

/** One scrape, and the least and most of what `count` said before, while and after it ran. */
async function watched(count: () => number): Promise<Watched> {
  const seen = [count()];
  const watch = setInterval(() => seen.push(count()), 1);
  const scrape = await exporter.scrape();
  clearInterval(watch);
  seen.push(count());
  return { scrape, least: Math.min(...seen), most: Math.max(...seen) };
}

const value = (scrape: Scrape, labels: Readonly<Record<string, string>> = {}) =>
  scrape.value('dockerhost_daemon_open_fds', { daemon: 'dockerd', ...labels });

/** The exporter's own calls open connections: what is between two looks may be missed, so look again. */
async function expectBetween(count: () => number, metric: (scrape: Scrape) => number | undefined) {
  const tries: string[] = [];
  for (let attempt = 0; attempt < 5; attempt++) {
    const { scrape, least, most } = await watched(count);
    const measured = metric(scrape);
    if (measured !== undefined && measured >= least && measured <= most) return;
    tries.push(`${measured} is not between ${least} and ${most}`);
  }
  expect.fail(tries.join('; '));
}

const stdio = (scrape: Scrape) =>
  scrape.value('dockerhost_daemon_fds', { daemon: 'dockerd', target: 'container_stdio' });

describe(`dockerd under a limit of ${limit} descriptors`, () => {
  test('limits are exact, soft and hard', async () => {
    const scrape = await exporter.scrape();
    const limits = scrape.by('dockerhost_daemon_max_fds', 'limit', { daemon: 'dockerd' });
    expect(limits).toEqual({ soft: limit, hard: limit });
  });

  test('with few containers the count is that of /proc/PID/fd', async () => {
    await engine.run(image, 'sleep', '600');
    await expectBetween(openNow, value);
    await expectBetween(stdioNow, stdio);
  });

  test('over 90 % full the count still is, and container_stdio is what grew', async () => {
    const before = { stdio: stdio(await exporter.scrape()) ?? 0, containers: 1 };
    let containers = 1;
    while (openNow() < limit * 0.92 && containers < 40) {
      await engine.run(image, 'sleep', '600');
      containers++;
    }
    expect(openNow() / limit).toBeGreaterThan(0.9);
    await expectBetween(openNow, value);
    await expectBetween(stdioNow, stdio);
    const grown = (stdio(await exporter.scrape()) ?? 0) - before.stdio;
    expect(grown).toBeGreaterThanOrEqual(2 * (containers - before.containers));
  });

  test('the targets add up to the whole', async () => {
    const scrape = await exporter.scrape();
    for (const daemon of ['dockerd', 'containerd']) {
      const targets = scrape.by('dockerhost_daemon_fds', 'target', { daemon });
      const sum = Object.values(targets).reduce((total, count) => total + count, 0);
      expect(sum, daemon).toBe(scrape.value('dockerhost_daemon_open_fds', { daemon }));
      expect(sum, daemon).toBeGreaterThan(5);
    }
  });
});
