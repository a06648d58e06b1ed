import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { type Exporter, type Scrape, scrapeUntil, startExporter } from './support/exporter.ts';
import { copyProc, obstruct } from './support/proc-copy.ts';
import { collectors } from './support/readings.ts';
import { eventually } from './support/wait.ts';

let engine: Engine;
let procfs: string;
let flags: readonly string[];
let exporter: Exporter;
let init: string;

beforeAll(async () => {
  engine = await startEngine();
  const id = await engine.run(image, 'sleep', '600');
  init = await engine.docker('inspect', '--format', '{{.State.Pid}}', id);
  procfs = join(engine.folder, 'proc');
  copyProc(procfs);
  flags = [...engine.flags, `--path.procfs=${procfs}`, '--inventory.interval=1s'];
  exporter = await startExporter(flags);
});

const stuck = (scrape: Scrape) => scrape.value('dockerhost_exporter_stuck_readings');
const isWell = (scrape: Scrape) => collectors(scrape).failed.length === 0 && stuck(scrape) === 0;
const show = (scrape: Scrape) => ({ ...collectors(scrape), stuck: stuck(scrape) });

const cases = [
  { file: () => 'loadavg', fails: ['host'], metric: 'dockerhost_load_average' },
  { file: () => '1/mountinfo', fails: ['mounts'], metric: 'dockerhost_container_mounts' },
  { file: () => `${init}/stat`, fails: ['processes'], metric: undefined },
];

test.each(cases)('a read that never returns, case $fails', async ({ file, fails, metric }) => {
  const well = await scrapeUntil(exporter, 'all collectors to succeed', isWell, show);
  const path = join(procfs, file());
  const release = obstruct(path);
  const timeout = 10;
  const first = await exporter.scrape({ timeout });
  expect(first.seconds).toBeLessThan(timeout);
  expect(stuck(first)).toBeGreaterThan(0);
  expect(collectors(first).failed).toEqual(expect.arrayContaining(fails));
  expect(collectors(first).succeeded).toEqual(expect.arrayContaining(['engine', 'kernel']));
  if (!fails.includes('host')) expect(collectors(first).succeeded).toContain('host');
  await eventually(`the log to name ${path}`, () => exporter.log().includes(path));

  // What is stuck is left out and not run into again; the rest is as it was.
  const second = await exporter.scrape({ timeout });
  expect(second.seconds).toBeLessThan(timeout);
  expect(stuck(second)).toBe(stuck(first));
  if (metric !== undefined) {
    expect(well.samples(metric).length).toBeGreaterThan(0);
    expect(second.samples(metric)).toEqual([]);
  }
  const unchanged = second.samples('dockerhost_collector_success').length;
  expect(unchanged).toBe(well.samples('dockerhost_collector_success').length);

  release();
  const again = await scrapeUntil(exporter, 'the reading to come back', isWell, show);
  if (metric !== undefined) expect(again.samples(metric).length).toBe(well.samples(metric).length);
});

test('one process that cannot be read costs that process, not the others', async () => {
  const count = (scrape: Scrape) =>
    scrape.samples('dockerhost_processes').reduce((total, { value }) => total + value, 0);
  const well = await scrapeUntil(exporter, 'all collectors to succeed', isWell, show);
  const release = obstruct(join(procfs, init, 'stat'));
  const scrape = await exporter.scrape();
  expect(count(scrape)).toBe(count(well) - 1);
  release();
  await scrapeUntil(exporter, 'the reading to come back', isWell, show);
});

test('an exporter that starts with a stuck file serves the rest, and SIGTERM ends it within 2 s', async () => {
  const release = obstruct(join(procfs, 'loadavg'));
  const late = await startExporter(flags);
  const scrape = await late.scrape({ timeout: 10 });
  expect(stuck(scrape)).toBe(1);
  expect(collectors(scrape).succeeded).toEqual(
    expect.arrayContaining(['daemon', 'engine', 'kernel', 'mounts', 'processes']),
  );
  const { code, signal, seconds } = await late.stop();
  // With a thread that hangs in the kernel a process cannot exit; it may end by the signal instead.
  expect([
    { code: 0, signal: null },
    { code: null, signal: 'SIGTERM' },
  ]).toContainEqual({ code, signal });
  expect(seconds).toBeLessThan(2);
  // Nobody waits in the FIFO any more; opening it for writing says so.
  expect(release).toThrow(/ENXIO/);
});
