import { execFileSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { type Exporter, scrapeUntil, startExporter } from './support/exporter.ts';
import type { Exposition } from './support/exposition.ts';

let engine: Engine;
let exporter: Exporter;

beforeAll(async () => {
  engine = await startEngine();
  exporter = await startExporter([...engine.flags, '--inventory.interval=1s']);
});

test('images and volumes', async () => {
  await engine.docker('volume', 'create', 'unused');
  await engine.docker('volume', 'create', 'used');
  await engine.docker('create', '--name=user', '--volume=used:/data', image, 'true');
  await engine.docker('commit', 'user');
  const seen = (exposition: Exposition) => ({
    images: exposition.by('dockerhost_images', 'state'),
    volumes: exposition.by('dockerhost_volumes', 'state'),
  });
  const wanted = { images: { tagged: 1, dangling: 1 }, volumes: { used: 1, unused: 1 } };
  const scrape = await scrapeUntil(
    exporter,
    JSON.stringify(wanted),
    (exposition) => seen(exposition).images['dangling'] === 1 && seen(exposition).volumes['unused'] === 1,
    seen,
  );
  expect(seen(scrape)).toEqual(wanted);
  await engine.docker('rm', 'user');
});

test('size and free space of the data root are what df says', async () => {
  const df = () => {
    const output = execFileSync('df', ['-B1', '--output=size,avail', engine.dataRoot], { encoding: 'utf8' });
    const [size = 0, available = 0] = (output.split('\n')[1] ?? '').trim().split(/\s+/).map(Number);
    return { size, available };
  };
  // The first scrape learns from the Engine where its data root is.
  await exporter.scrape();
  const before = df();
  const scrape = await exporter.scrape();
  const after = df();
  expect(scrape.value('dockerhost_data_root_size_bytes')).toBe(before.size);
  // Others write to this disk, too.
  const margin = 512 * 1024 * 1024;
  const available = scrape.value('dockerhost_data_root_available_bytes') ?? 0;
  expect(available).toBeGreaterThanOrEqual(Math.min(before.available, after.available) - margin);
  expect(available).toBeLessThanOrEqual(Math.max(before.available, after.available) + margin);
});
