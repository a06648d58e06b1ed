import { describe, expect, it, vi } from 'vitest';
import { recordingLog } from '../../test/support/silent-log.ts';
import { failedSnapshot } from '../../test/support/snapshots.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { absent, denied, ok, type Reading } from '../model/reading.ts';
import type { Collector, Sample } from '../model/sample.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { CollectorRunner } from './collector-runner.ts';

const snapshot: Snapshot = { ...failedSnapshot(absent('')), durations: { good: 2 } };
const diagnosis = diagnose(snapshot);

function collector(
  name: string,
  needs: () => readonly Reading<unknown>[],
  collect = () => [sampleOf(name)],
): Collector {
  return { name, summary: name, metrics: [], needs, collect };
}
const sampleOf = (metric: string): Sample => ({ metric, value: 1 });
const fail = (): never => {
  throw new Error('a bug');
};

/** The value of one of the runner's own metrics. */
const own = (samples: readonly Sample[], metric: string, name: string): number | undefined =>
  samples.find((sample) => sample.metric === `dockerhost_collector_${metric}` && sample.labels?.['collector'] === name)
    ?.value;

const run = (runner: CollectorRunner, of: Snapshot = snapshot) => runner.run(of, diagnosis);

describe('a collector that throws costs its own metrics and nothing else', () => {
  it.each([
    ['collect', collector('bad', () => [ok(1)], fail)],
    ['needs', collector('bad', fail)],
  ])('%s', (_, bad) => {
    const log = recordingLog();
    const runner = new CollectorRunner([collector('first', () => [ok(1)]), bad, collector('last', () => [ok(1)])], log);
    const samples = run(runner);
    expect(samples.map(({ metric }) => metric).filter((metric) => !metric.startsWith('dockerhost_'))).toEqual([
      'first',
      'last',
    ]);
    expect(['first', 'bad', 'last'].map((name) => own(samples, 'success', name))).toEqual([1, 0, 1]);
    expect(own(samples, 'duration_seconds', 'bad')).toBeGreaterThanOrEqual(0);
    expect(log.lines).toEqual([
      {
        level: 'warn',
        fields: { collector: 'bad', problem: 'failed: a bug' },
        message: 'collector could not read everything',
      },
    ]);
  });
});

describe('success', () => {
  it.each([
    ['a good reading', [ok(1)], 1],
    ['an absent one', [absent('')], 1],
    ['none at all', [], 1],
    ['a denied one among good ones', [ok(1), denied('EACCES')], 0],
    ['a good one with parts missing', [ok(1, ['one is not there'])], 0],
  ])('%s: %#', (_, needs, expected) => {
    const runner = new CollectorRunner([collector('good', () => needs)], recordingLog());
    const samples = run(runner);
    expect(own(samples, 'success', 'good')).toBe(expected);
    expect(samples).toContainEqual(sampleOf('good')); // what was read is shown
  });
});

describe('age and last success', () => {
  it('are those of the data: of the snapshot, or older when it is cached', () => {
    const runner = new CollectorRunner(
      [collector('good', () => [ok(1)]), collector('old', () => [ok(1)])],
      recordingLog(),
    );
    vi.useFakeTimers({ now: (snapshot.takenAt + 7) * 1000, toFake: ['Date'] });
    try {
      const samples = run(runner, { ...snapshot, dataTimes: { old: snapshot.takenAt - 600 } });
      expect(own(samples, 'last_success_timestamp_seconds', 'good')).toBe(snapshot.takenAt);
      expect(own(samples, 'age_seconds', 'good')).toBe(7);
      expect(own(samples, 'last_success_timestamp_seconds', 'old')).toBe(snapshot.takenAt - 600);
      expect(own(samples, 'age_seconds', 'old')).toBe(607);
    } finally {
      vi.useRealTimers();
    }
  });

  it('stand still while it fails, and the age is never negative', () => {
    let needs: readonly Reading<unknown>[] = [ok(1)];
    const runner = new CollectorRunner([collector('good', () => needs)], recordingLog());
    const future = Date.now() / 1000 + 1000;
    expect(own(run(runner, { ...snapshot, takenAt: future }), 'age_seconds', 'good')).toBe(0);
    needs = [denied('EACCES')];
    const samples = run(runner, { ...snapshot, takenAt: future + 60 });
    expect(own(samples, 'last_success_timestamp_seconds', 'good')).toBe(future);
  });

  it.each([
    ['has failed from the start', [denied('EACCES')]],
    ['has found nothing on this host', [absent('')]],
    ['has good data with parts missing only', [ok(1, ['one is not there'])]],
    ['needs nothing', []],
  ])('are absent while it %s', (_, needs) => {
    const samples = run(new CollectorRunner([collector('good', () => needs)], recordingLog()));
    expect(own(samples, 'last_success_timestamp_seconds', 'good')).toBeUndefined();
    expect(own(samples, 'age_seconds', 'good')).toBeUndefined();
  });
});

it('adds the time of the readings to the collector’s own', () => {
  const samples = run(new CollectorRunner([collector('good', () => [])], recordingLog()));
  expect(own(samples, 'duration_seconds', 'good')).toBeGreaterThanOrEqual(2);
});

it('tells a problem once, again when it is another one, and when it is over', () => {
  let needs: readonly Reading<unknown>[] = [ok(1)];
  const log = recordingLog();
  const runner = new CollectorRunner([collector('good', () => needs)], log);
  const tellings = [[ok(1)], [denied('a')], [denied('a')], [denied('a'), denied('b')], [ok(1)], [ok(1)], [denied('a')]];
  const told = tellings.map((next) => {
    needs = next;
    run(runner);
    return log.lines.splice(0).map(({ level, fields }) => [level, fields['problem']]);
  });
  expect(told).toEqual([
    [],
    [['warn', 'denied: a']],
    [],
    [['warn', 'denied: a; denied: b']],
    [['info', undefined]],
    [],
    [['warn', 'denied: a']],
  ]);
});
