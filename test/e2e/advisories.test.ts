import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { type Exporter, runMain, type Scrape, scrapeUntil, startExporter } from './support/exporter.ts';
import { freeze } from './support/faults.ts';
import { all, probeStates } from './support/readings.ts';

interface Advice {
  readonly advisory: string;
  readonly severity: string;
  readonly verdict: string;
  readonly why: string;
  readonly remedy: string;
}

const verdicts = ['exposed', 'possible', 'unknown', 'clear'] as const;
let engine: Engine;
let exporter: Exporter;

beforeAll(async () => {
  engine = await startEngine();
  await engine.run(image, 'sleep', '600');
  exporter = await startExporter([...engine.flags, '--docker.timeout=1s']);
});

const counts = (scrape: Scrape) => scrape.by('dockerhost_advisories', 'verdict');
/** Each advisory that is not clear, with its verdict. */
const notClear = (scrape: Scrape): Record<string, string> =>
  Object.fromEntries(
    scrape.samples('dockerhost_advisory').map(({ labels }) => [labels['advisory'] ?? '', labels['verdict'] ?? '']),
  );

async function advise(...flags: readonly string[]): Promise<{ code: number | null; advice: readonly Advice[] }> {
  const child = await runMain(['advise', '--output=json', '--log.level=error', ...flags]);
  const { code } = await child.exit;
  return { code, advice: JSON.parse(child.stdout()) as Advice[] };
}

const byVerdict = (advice: readonly Advice[]) =>
  Object.fromEntries(verdicts.map((verdict) => [verdict, advice.filter((each) => each.verdict === verdict).length]));

/** What the package manager says is installed, for a second opinion on the versions. */
async function installed(name: string): Promise<string> {
  const { stdout } = await promisify(execFile)('dpkg', ['-s', name]);
  return /^Version: (.*)$/m.exec(stdout)?.[1] ?? `no version of ${name}`;
}

describe('beside a real Engine', () => {
  test('metrics and advise agree, and every advisory has one verdict', async () => {
    const scrape = await exporter.scrape();
    const { code, advice } = await advise(...engine.flags);
    expect(counts(scrape)).toEqual(byVerdict(advice));
    const told = advice
      .filter(({ verdict }) => verdict !== 'clear')
      .map(({ advisory, verdict }) => [advisory, verdict]);
    expect(notClear(scrape)).toEqual(Object.fromEntries(told));
    expect(code).toBe(2); // Debian 12 ships an Engine that has reached its end of life
    expect(scrape.value('dockerhost_collector_success', { collector: 'advisories' })).toBe(1);
  });

  test('the versions are those of the packages', async () => {
    const { advice } = await advise(...engine.flags);
    const why = (id: string) => advice.find(({ advisory }) => advisory === id)?.why ?? '';
    const [docker, containerd] = await Promise.all([installed('docker.io'), installed('containerd')]);
    const upstream = (version: string) => /^\d+\.\d+\.\d+/.exec(version)?.[0] ?? version;
    expect(why('eol-engine')).toContain(upstream(docker));
    expect(why('eol-containerd')).toContain(upstream(containerd));
    expect(advice.find(({ advisory }) => advisory === 'aufs-xino-write')?.verdict).toBe('clear');
  });

  test('the end of life of Engine 20.10 is a time', async () => {
    const scrape = await exporter.scrape();
    expect(scrape.value('dockerhost_end_of_life_timestamp_seconds', { component: 'engine' })).toBe(
      Date.UTC(2023, 11, 11) / 1000, // midnight after the last day,
    );
    expect(scrape.value('dockerhost_advisory', { advisory: 'eol-engine', verdict: 'exposed' })).toBe(1);
  });

  test('while the Engine hangs the verdicts stay, and a new exporter calls them unknown, not clear', async () => {
    const before = await exporter.scrape();
    const recover = await freeze(engine.pid);
    const hung = await exporter.scrape({ timeout: 5 });
    expect(probeStates(hung)).toEqual(all('timeout'));
    expect(notClear(hung)).toEqual(notClear(before));

    const late = await startExporter([...engine.flags, '--docker.timeout=1s']);
    const first = await late.scrape({ timeout: 5 });
    expect(counts(first)['unknown']).toBeGreaterThan(counts(before)['unknown'] ?? 0);
    expect(notClear(first)['eol-engine']).toBe('unknown');
    // the kernel alone can say it: AUFS is not among the file systems that it has
    expect(notClear(first)).not.toHaveProperty('aufs-xino-write');
    await recover();
    const agree = (scrape: Scrape) => JSON.stringify(notClear(scrape)) === JSON.stringify(notClear(before));
    await scrapeUntil(late, 'the verdicts of the other exporter', agree, notClear);
    await late.stop();
  });

  test('it judges anew when dockerd restarts with another storage driver', async () => {
    expect(notClear(await exporter.scrape())).not.toHaveProperty('sd-overlay1-eol');
    await engine.restart({ storageDriver: 'overlay' });
    const exposed = (scrape: Scrape) => notClear(scrape)['sd-overlay1-eol'] === 'exposed';
    const scrape = await scrapeUntil(exporter, 'the advisory on the driver overlay', exposed, notClear);
    expect(scrape.value('dockerhost_storage_driver_info', { driver: 'overlay' })).toBe(1);
    const { advice } = await advise(...engine.flags, '--advisory=sd-overlay1-eol');
    expect(advice.map(({ advisory, verdict }) => [advisory, verdict])).toEqual([['sd-overlay1-eol', 'exposed']]);
  });
});

test('advise offline asks no Engine and reads no host', async () => {
  const nowhere = ['--docker.host=unix:///nonexistent.sock', '--kernel-release=4.1.13-boot2docker'];
  const aufs = ['--aufs-version=4.1-20151116', '--storage-driver=aufs', '--advisory=aufs-xino-write'];
  const { code, advice } = await advise(...nowhere, ...aufs);
  expect(code).toBe(2);
  expect(advice).toHaveLength(1);
  expect(advice[0]).toMatchObject({ advisory: 'aufs-xino-write', severity: 'critical', verdict: 'exposed' });
});
