import { beforeAll, expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { type Exporter, startExporter } from './support/exporter.ts';
import { type Prometheus, startPrometheus } from './support/prometheus.ts';
import { eventually } from './support/wait.ts';

let engine: Engine;
let exporter: Exporter;
let prometheus: Prometheus;

beforeAll(async () => {
  engine = await startEngine();
  await engine.run(image, 'sleep', '600');
  exporter = await startExporter([...engine.flags, '--inventory.interval=1s']);
  prometheus = await startPrometheus([new URL(exporter.url).host], { interval: '1s' });
  const scrapes = () => prometheus.query('count_over_time(up[1m])');
  await eventually('five scrapes', scrapes, (seen) => (seen[0]?.value ?? 0) >= 5);
});

const single = async (expression: string) => {
  const samples = await prometheus.query(expression);
  expect(samples, expression).toHaveLength(1);
  return samples[0]?.value;
};

test('every scrape succeeded', async () => {
  expect(await single('min_over_time(up[1m])')).toBe(1);
  const targets = await prometheus.targets();
  expect(targets.map(({ health, lastError }) => ({ health, lastError }))).toEqual([{ health: 'up', lastError: '' }]);
});

test('Prometheus keeps every sample of the exposition', async () => {
  const scrape = await exporter.scrape();
  const names = (text: readonly { readonly name: string }[]) => [...new Set(text.map(({ name }) => name))];
  const exposed = names(scrape.series).filter((name) => name.startsWith('dockerhost_'));
  const kept = await prometheus.query('group by (__name__) ({__name__=~"dockerhost_.+"})');
  expect(kept.map(({ metric }) => metric['__name__']).sort()).toEqual(exposed.sort());
  expect(await single('scrape_samples_scraped')).toBeGreaterThan(exposed.length);
});

test('a healthy host gives under 300 series', async () => {
  expect(await single('count({__name__=~"dockerhost_.+"})')).toBeLessThan(300);
});

test('types are as declared: what ends in _total is a counter, all else of dockerhost_ a gauge', async () => {
  const metadata = await prometheus.metadata();
  // OpenMetrics, which Prometheus asks for, leaves `_total` off the name of a counter's family.
  const own = [...metadata].filter(([name]) => name.startsWith('dockerhost_'));
  const counters = own.filter(([, type]) => type === 'counter').map(([name]) => name.replace(/_total$/, ''));
  const { samples } = await exporter.scrape();
  const wrong = own.filter(([, type]) => type !== 'counter' && type !== 'gauge');
  expect(wrong).toEqual([]);
  expect(own.length).toBeGreaterThan(20);
  expect(counters).toContain('dockerhost_daemon_restarts');
  for (const name of counters) expect(samples(`${name}_total`).length, name).toBeGreaterThan(0);
  const totals = own.filter(([name, type]) => type === 'gauge' && name.endsWith('_total'));
  expect(totals).toEqual([]);
});

test('a container that starts is seen through Prometheus', async () => {
  const running = () => prometheus.query('dockerhost_containers{state="running"}');
  const before = (await eventually('running containers', running, ([first]) => first?.value === 1))[0]?.value;
  await engine.run(image, 'sleep', '600');
  await eventually('one more', running, ([first]) => first?.value === (before ?? 0) + 1);
});
