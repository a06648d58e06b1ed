import { afterEach, describe, expect, it } from 'vitest';
import { parseExposition } from '../../test/e2e/support/exposition.ts';
import { recordingLog } from '../../test/support/silent-log.ts';
import { failedSnapshot } from '../../test/support/snapshots.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { absent, denied, ok } from '../model/reading.ts';
import type { Collector } from '../model/sample.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { Exposition } from './exposition.ts';
import { pressureReasons } from './own-metrics.ts';

const snapshot = failedSnapshot(absent(''));
let counted = 0;
const collector: Collector = {
  name: 'test',
  summary: 'a test',
  metrics: [{ name: 'dockerhost_scrapes', type: 'gauge', help: 'Scrapes.' }],
  needs: () => [ok(1)],
  collect: () => [{ metric: 'dockerhost_scrapes', value: ++counted }],
};

let exposition: Exposition | undefined;
afterEach(() => exposition?.close());

function expositionOf(observe: (budget: number) => Promise<Snapshot> = async () => snapshot, exporterMetrics = false) {
  const log = recordingLog();
  counted = 0;
  const look = async (budget: number) => {
    const seen = await observe(budget);
    return { snapshot: seen, diagnosis: diagnose(seen) };
  };
  exposition = new Exposition({ look, collectors: [collector], exporterMetrics, version: '1.2.3', log });
  return { exposition, log };
}

const ageLine = /^dockerhost_collector_age_seconds.*$/m;
const age = (text: string): number => parseExposition(text).value('dockerhost_collector_age_seconds') ?? Number.NaN;

const pressure = (text: string): Record<string, number> =>
  parseExposition(text).by('dockerhost_exporter_under_pressure', 'reason');

it('is ready after the first snapshot, not after one that failed', async () => {
  let fails = true;
  const { exposition: made } = expositionOf(async () => (fails ? Promise.reject(new Error('no thread')) : snapshot));
  expect(made.isReady).toBe(false);
  await expect(made.scrape(1, 'text')).rejects.toThrow('no thread');
  expect(made.isReady).toBe(false);
  fails = false;
  await made.scrape(1, 'text');
  expect(made.isReady).toBe(true);
});

it('passes the budget on', async () => {
  const budgets: number[] = [];
  await expositionOf(async (budget) => {
    budgets.push(budget);
    return snapshot;
  }).exposition.scrape(4.5, 'text');
  expect(budgets).toEqual([4.5]);
});

it('says what it is and what it sees', async () => {
  const { exposition: made, log } = expositionOf(async () => ({
    ...failedSnapshot(denied('EACCES')),
    stuck: [{ path: '/proc/1/mountinfo', since: 1 }],
  }));
  const text = parseExposition(await made.scrape(1, 'text'));
  expect(text.value('dockerhost_exporter_build_info', { version: '1.2.3', node_version: process.version })).toBe(1);
  expect(text.by('dockerhost_visibility', 'scope')).toEqual({
    host_processes: 0,
    daemon_fds: 0,
    mount_namespaces: 0,
    engine: 0,
  });
  expect(text.value('dockerhost_exporter_stuck_readings')).toBe(1);
  expect(log.lines.filter(({ message }) => message === 'a part of the host cannot be seen')).toHaveLength(4);
});

describe('a repetition', () => {
  it('is not to be had before the first scrape', async () => {
    expect(await expositionOf().exposition.repeat('heap', 'text')).toBeUndefined();
  });

  it('is the last exposition in either format, marked with the reason, without a new snapshot', async () => {
    const { exposition: made } = expositionOf();
    await made.scrape(1, 'text');
    const last = await made.scrape(1, 'text');
    for (const reason of pressureReasons) {
      const repeated = (await made.repeat(reason, 'text')) ?? '';
      expect(pressure(repeated)).toEqual({ ...pressure(last), [reason]: 1 });
      const unmarked = repeated.replace(`under_pressure{reason="${reason}"} 1`, `under_pressure{reason="${reason}"} 0`);
      expect(unmarked.replace(ageLine, '')).toBe(last.replace(ageLine, ''));
      expect(age(repeated)).toBeGreaterThan(age(last)); // it is told how old it is
    }
    expect(await made.repeat('heap', 'openMetrics')).toContain('dockerhost_scrapes 2\n');
    expect(counted).toBe(2);
  });

  it('leaves no mark on the next scrape', async () => {
    const { exposition: made } = expositionOf();
    await made.scrape(1, 'text');
    await made.repeat('heap', 'text');
    const expected = Object.fromEntries(pressureReasons.map((reason) => [reason, 0]));
    expect(pressure(await made.scrape(1, 'text'))).toEqual(expected);
  });
});

describe('the metrics of prom-client', () => {
  it('come on top only when they are wanted', async () => {
    expect(await expositionOf().exposition.scrape(1, 'text')).not.toMatch(/^(process|nodejs)_/m);
    exposition?.close();
    const text = await expositionOf(undefined, true).exposition.scrape(1, 'text');
    expect(text).toMatch(/^process_cpu_seconds_total /m);
    expect(text).not.toMatch(/^# TYPE \S+_total gauge$/m);
    const keys = parseExposition(text).series.map(({ name, labels }) => name + JSON.stringify(labels));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('stand before the one mark of the end in OpenMetrics', async () => {
    const text = await expositionOf(undefined, true).exposition.scrape(1, 'openMetrics');
    expect(text.match(/# EOF/g)).toHaveLength(1);
    expect(text.endsWith('\n# EOF\n')).toBe(true);
    expect(text).not.toContain('\n\n');
    expect(text).toContain('# TYPE process_cpu_seconds counter\nprocess_cpu_seconds_total ');
  });
});
