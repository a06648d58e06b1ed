import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectors } from '../../src/collectors/index.ts';
import { type CollectorName, collectorNames } from '../../src/config/config.ts';
import { type CollectorSummaries, flagTable } from '../../src/config/flags.ts';
import { ownMetrics } from '../../src/exposition/own-metrics.ts';
import type { MetricSpec } from '../../src/model/sample.ts';

const root = join(import.meta.dirname, '../..');
const specs = [...collectors.flatMap(({ metrics }) => metrics), ...ownMetrics];
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Units that are not base units, and words that are no unit. */
const wrongUnit =
  /_(ms|milliseconds|microseconds|nanoseconds|minutes|hours|days|kb|kib|kilobytes|mb|megabytes|percent|pct|jiffies|ticks|pages|bits)(_|$)/;
/** A base unit stands at the end, before `_total` alone. */
const unitInside = /_(seconds|bytes|ratio)_(?!total$)/;
/** Law 4 of the catalogue: what has as many values as the host has containers, processes or files. */
const capped = /^dockerhost_offender(_first_seen_timestamp_seconds)?$/; // at most --offenders.max of them
/** As many as there are files of advisories. */
const isOfFiles = (name: string): boolean => name === 'dockerhost_advisory';
const unbounded = ['pid', 'tid', 'container', 'container_id', 'id', 'image', 'digest', 'path', 'process', 'name'];

describe('the declarations of all metrics', () => {
  it('declares no metric twice', () => {
    const names = specs.map(({ name }) => name).sort();
    expect(names.filter((name, index) => name === names[index - 1])).toEqual([]);
  });

  it('has each collector once', () => {
    expect(new Set(collectors.map(({ name }) => name)).size).toBe(collectors.length);
    expect(collectors.every(({ metrics }) => metrics.length > 0)).toBe(true);
  });

  describe.each(specs.map((spec): [string, MetricSpec] => [spec.name, spec]))(
    '%s',
    (name, { type, help, labels = {} }) => {
      it('is named after what it is', () => {
        expect(name).toMatch(/^dockerhost_[a-z0-9_]+$/);
        expect(name).not.toMatch(/__|_$/);
        expect(name.endsWith('_total')).toBe(type === 'counter');
        expect(name.endsWith('_info')).toBe(type === 'info');
      });

      it('is in base units', () => {
        expect(name).not.toMatch(wrongUnit);
        expect(name).not.toMatch(unitInside);
        if (name.includes('timestamp')) expect(name).toMatch(/_timestamp_seconds$/);
      });

      it('has a HELP of whole sentences on one line', () => {
        expect(help).toMatch(/^[A-Z0-9/].*\.$/);
        expect(help).not.toMatch(/[\n\r\t]| {2}/);
      });

      it('has labels from closed lists, none of them without bound', () => {
        for (const [label, values] of Object.entries(labels)) {
          expect(label).toMatch(/^[a-z][a-z0-9_]*$/);
          if (!capped.test(name)) expect(unbounded).not.toContain(label);
          if (values === 'free') continue;
          expect(values.length).toBeGreaterThan(0);
          expect(new Set(values).size).toBe(values.length);
        }
      });
    },
  );

  it('leaves only info metrics, offenders, the names of collectors and of advisories open to free text', () => {
    const free = specs.filter(({ labels = {} }) => Object.values(labels).includes('free'));
    const allowed = ({ name, type, labels = {} }: MetricSpec): boolean =>
      type === 'info' || capped.test(name) || isOfFiles(name) || Object.keys(labels).join() === 'collector';
    const named = free.filter((spec) => !allowed(spec));
    expect(named.map(({ name }) => name)).toEqual([]);
  });
});

describe.each(collectors)('the collector $name', ({ name, summary, metrics }) => {
  it('has its chapter and all its metrics in docs/metrics.md', () => {
    const page = read('docs/metrics.md');
    expect(page).toContain(`\n## \`${name}\`\n\n${summary}\n`);
    for (const metric of metrics) expect(page).toContain(`| \`${metric.name}\` | ${metric.type} |`);
  });

  it('has a flag that says what it does', () => {
    expect(collectorNames).toContain(name);
    const summaries = Object.fromEntries(collectors.map((each) => [each.name, each.summary])) as CollectorSummaries;
    expect(flagTable(summaries)[`collector.${name as CollectorName}`].help).toBe(summary);
  });

  it('is in every golden exposition, and each of its metrics in at least one', () => {
    const goldens = readdirSync(join(root, 'test/golden')).filter((file) => file.endsWith('.prom'));
    const texts = goldens.map((file) => read(`test/golden/${file}`));
    for (const text of texts) expect(text).toContain(`dockerhost_collector_success{collector="${name}"}`);
    const shown = metrics.filter(({ name: metric }) => texts.some((text) => text.includes(`\n# TYPE ${metric} `)));
    const missing = metrics.filter((metric) => !shown.includes(metric) && !(metric.name in notInGoldens));
    expect(missing.map((metric) => metric.name)).toEqual([]);
    expect(shown.filter((metric) => metric.name in notInGoldens)).toEqual([]);
  });
});

/** Metrics that no golden exposition can show, with the reason. */
const notInGoldens: Readonly<Record<string, string>> = {
  dockerhost_aufs_info: 'no fixture host has AUFS; faults.test.ts loads it',
  dockerhost_daemon_busiest_thread_cpu_ratio: 'needs two snapshots that are 5 s apart',
  dockerhost_data_root_size_bytes: 'left out by the goldens: the machine that runs them decides it',
  dockerhost_data_root_available_bytes: 'left out by the goldens: the machine that runs them decides it',
};

it('has a collector for each flag', () => {
  expect(collectors.map(({ name }) => name).sort()).toEqual([...collectorNames].sort());
});

it('the README names no metric that does not exist', () => {
  const named = [...read('README.md').matchAll(/\bdockerhost_[a-z0-9_]+\b/g)].map(([name]) => name);
  const declared = specs.map(({ name }) => name);
  expect([...new Set(named)].filter((name) => !declared.includes(name))).toEqual([]);
});

it('docs/metrics.md names no metric that does not exist', () => {
  const named = [...read('docs/metrics.md').matchAll(/^\| `(dockerhost_[a-z0-9_]+)`/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(specs.map(({ name }) => name).sort());
});
