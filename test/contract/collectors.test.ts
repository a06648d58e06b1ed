import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectors } from '../../src/collectors/index.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { Exposition } from '../../src/exposition/exposition.ts';
import { ownMetrics } from '../../src/exposition/own-metrics.ts';
import { noMemory } from '../../src/model/memory.ts';
import { absent, denied, malformed, timedOut } from '../../src/model/reading.ts';
import type { Sample } from '../../src/model/sample.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { parseExposition } from '../e2e/support/exposition.ts';
import { fixtureHosts } from '../hosts/index.ts';
import { anySnapshot } from '../support/arbitrary-snapshot.ts';
import { startFixtureApp } from '../support/fixture-app.ts';
import { smallCatalogue } from '../support/risk.ts';
import { brokenStateSets, duplicates, isStateSet, undeclared } from '../support/sample-laws.ts';
import { silentLog } from '../support/silent-log.ts';
import { failedEngine, failedHost, failedSnapshot, snapshotOf, visible } from '../support/snapshots.ts';

const specs = [...collectors.flatMap(({ metrics }) => metrics), ...ownMetrics];

const broken = [
  failedSnapshot(absent('not here')),
  failedSnapshot(denied('EACCES')),
  failedSnapshot(malformed('rubbish')),
  failedSnapshot(timedOut('no answer in time')),
  snapshotOf(failedHost(absent('not here')), undefined),
] as const;

/** A diagnosis by advisories as well. */
const judge = (snapshot: Snapshot) => diagnose(snapshot, noMemory, { catalogue: smallCatalogue });

/** All samples of a snapshot, the exporter's own with them. */
async function samplesOf(snapshot: Snapshot): Promise<Sample[]> {
  const exposition = new Exposition({
    look: async () => ({ snapshot, diagnosis: judge(snapshot) }),
    collectors,
    exporterMetrics: false,
    version: '0.0.0',
    log: silentLog,
  });
  try {
    return seriesOf(await exposition.scrape(1, 'text'));
  } finally {
    exposition.close();
  }
}

const seriesOf = (text: string): Sample[] =>
  parseExposition(text).series.map(({ name, labels, value }) => ({ metric: name, labels, value }));

/** The laws that hold for every set of samples. */
function expectLawful(samples: readonly Sample[]): void {
  expect(undeclared(specs, samples)).toEqual([]);
  expect(duplicates(samples)).toEqual([]);
  expect(brokenStateSets(specs, samples)).toEqual([]);
}

it('knows the state sets', () => {
  expect(specs.filter(isStateSet).map(({ name }) => name)).toEqual([
    'dockerhost_daemon_state',
    'dockerhost_engine_probe_state',
  ]);
});

describe.each(collectors)('the collector $name', (collector) => {
  it('says only what it declared, of any snapshot, and throws at none', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const samples = collector.collect(snapshot, judge(snapshot));
        expect(undeclared(collector.metrics, samples)).toEqual([]);
        expect(duplicates(samples)).toEqual([]);
        expect(brokenStateSets(collector.metrics, samples)).toEqual([]);
        expect(Array.isArray(collector.needs(snapshot))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('follows from its arguments alone', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const diagnosis = judge(snapshot);
        expect(collector.collect(snapshot, diagnosis)).toEqual(collector.collect(snapshot, diagnosis));
      }),
      { numRuns: 20 },
    );
  });

  it.each(broken)('throws not and invents nothing when nothing can be read (%#)', (snapshot) => {
    const samples = collector.collect(snapshot, judge(snapshot));
    const names = new Set(samples.map(({ metric }) => metric));
    const allowed = new Set([
      ...saidOfNothing,
      ...(snapshot === broken[0] || snapshot === broken[4] ? saidOfAbsence : []),
    ]);
    expect([...names].filter((name) => !allowed.has(name))).toEqual([]);
  });
});

/** What may be there although nothing could be read: it does not come from a reading. */
const saidOfNothing = [
  'dockerhost_daemon_restarts_total', // a counter exists at 0 from the first scrape
  'dockerhost_engine_probe_state', // that the Engine did not answer is the answer
  'dockerhost_engine_probe_duration_seconds',
  'dockerhost_advisories', // that nobody can tell is a verdict, too
  'dockerhost_advisory',
];
/** What may be said besides when everything was looked for and is not there. */
const saidOfAbsence = [
  'dockerhost_daemon_up', // 0: the process list was seen, and no daemon is in it
];

const ofTheExporter = ownMetrics.map(({ name }) => name).filter((name) => !/_last_success_|_age_/.test(name));

it.each(broken)('exposes the exporter itself when nothing can be read (%#)', async (snapshot) => {
  const samples = await samplesOf(snapshot);
  expectLawful(samples);
  const names = new Set(samples.map(({ metric }) => metric));
  const own = [...names].filter((name) => !saidOfNothing.includes(name) && !saidOfAbsence.includes(name));
  expect(own).toEqual(ofTheExporter);
  const isFailure = snapshot !== broken[0] && snapshot !== broken[4];
  const successes = samples.filter(({ metric }) => metric === 'dockerhost_collector_success');
  expect(successes.map(({ value }) => value)).toEqual(collectors.map(() => (isFailure ? 0 : 1)));
});

it('says of a daemon that is not there that it is down, but only where it would have been seen', () => {
  const up = (snapshot: Snapshot): number[] =>
    collectors
      .flatMap((collector) => collector.collect(snapshot, judge(snapshot)))
      .filter(({ metric }) => metric === 'dockerhost_daemon_up')
      .map(({ value }) => value);
  const host = failedHost(absent('no process'));
  expect(up(snapshotOf(host, failedEngine(absent('')), visible))).toEqual([0, 0]);
  expect(up(snapshotOf(host, failedEngine(absent('')), { visible: false, reason: '' }))).toEqual([]);
});

it('makes a lawful exposition of any snapshot', async () => {
  await fc.assert(
    fc.asyncProperty(anySnapshot, async (snapshot) => expectLawful(await samplesOf(snapshot))),
    { numRuns: 60 },
  );
});

/** Series of a scrape, prom-client's own with them: a sick host may cost more than a healthy one. */
const budget: Readonly<Record<string, number>> = { 'incident-2014': 400, 'devicemapper-leaking': 400 };

describe.each(fixtureHosts)('on $name', (host) => {
  it('is lawful, complete, and not too much', async () => {
    const app = await startFixtureApp(host, []);
    try {
      const samples = seriesOf(await app.scrape());
      expect(samples.length).toBeLessThan(budget[host.name] ?? 300);
      const own = samples.filter(({ metric }) => metric.startsWith('dockerhost_'));
      expectLawful(own);
      const failed = own.filter(({ metric, value }) => metric === 'dockerhost_collector_success' && value !== 1);
      expect(failed).toEqual([]);
    } finally {
      await app.close();
    }
  });
});
