import { describe, expect, it, vi } from 'vitest';
import { healthyEngine, healthyInfo, healthySnapshot } from '../../test/support/healthy.ts';
import { advisoryWith, factsWith, smallCatalogue } from '../../test/support/risk.ts';
import { assessRisk } from '../advisories/evaluate.ts';
import type { Catalogue } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import { absent, denied, ok } from '../model/reading.ts';
import { diagnose } from './diagnose.ts';
import { judgeRisk } from './risk.ts';

/** How often these facts are judged, one after the other. */
function judgementsOf(looks: readonly Partial<HostFacts>[], catalogue = smallCatalogue) {
  const assess = vi.fn(assessRisk);
  let past: Parameters<typeof judgeRisk>[2];
  for (const facts of looks) past = judgeRisk(catalogue, factsWith(facts), past, assess);
  return { count: assess.mock.calls.length, past };
}

const status = (entries: Readonly<Record<string, string>>, isWhole = true) =>
  ok({ entries: new Map(Object.entries(entries)), isWhole });

describe('a host is judged once', () => {
  it('as long as all facts are equal, however they came to be', () => {
    const facts = (): Partial<HostFacts> => ({
      storageDriver: ok('aufs'),
      driverStatus: status({ 'Data loop file': '/x' }),
      filesystems: ok(['ext4', 'aufs']),
      sysctls: new Map([['fs.may_detach_mounts', ok('0')]]),
      swapLimit: denied('EACCES'),
    });
    expect(judgementsOf([facts(), facts(), facts()]).count).toBe(1);
  });

  it('also when something in the status of the driver changes that nobody asks for', () => {
    const used = (space: string) => ({ driverStatus: status({ 'Data loop file': '/x', 'Data Space Used': space }) });
    expect(judgementsOf([used('1 GB'), used('2 GB')]).count).toBe(1);
  });

  it.each<[string, Partial<HostFacts>, Partial<HostFacts>]>([
    ['a value', { storageDriver: ok('aufs') }, { storageDriver: ok('overlay2') }],
    ['what is known', { storageDriver: ok('aufs') }, { storageDriver: absent('not there') }],
    ['why it is not known', { aufsVersion: absent('not there') }, { aufsVersion: denied('not there') }],
    ['the day', { date: '2026-11-22' }, { date: '2026-11-23' }],
    [
      'a key that is asked for',
      { driverStatus: status({ 'Data loop file': '/x' }) },
      { driverStatus: status({ 'Data loop file': '' }) },
    ],
    ['a key that is gone', { driverStatus: status({ 'Data loop file': '/x' }) }, { driverStatus: status({}) }],
    ['whether all keys are there', { driverStatus: status({}) }, { driverStatus: status({}, false) }],
    ['a list', { filesystems: ok(['ext4']) }, { filesystems: ok(['ext4', 'aufs']) }],
    ['a sysctl', { sysctls: new Map([['fs.x', ok('0')]]) }, { sysctls: new Map([['fs.x', ok('1')]]) }],
    ['a sysctl that is not known', { sysctls: new Map([['fs.x', ok('0')]]) }, { sysctls: new Map() }],
  ])('and again when another one is %s', (_, before, after) => {
    expect(judgementsOf([before, after]).count).toBe(2);
    expect(judgementsOf([before, after, before]).count).toBe(3);
  });

  it('and again by another catalogue', () => {
    const { past } = judgementsOf([{}]);
    const other: Catalogue = { advisories: [advisoryWith({ id: 'other' })], endOfLife: [] };
    const { assessment } = judgeRisk(other, factsWith(), past);
    expect(assessment.verdicts.map(({ advisory }) => advisory.id)).toEqual(['other']);
  });

  it('and the judgement is that of the facts', () => {
    const facts = factsWith({ storageDriver: ok('aufs') });
    const { past } = judgementsOf([{}, { storageDriver: ok('aufs') }, { storageDriver: ok('aufs') }]);
    expect(past?.assessment).toEqual(assessRisk(smallCatalogue, facts));
  });

  it('asks for the keys of conditions within conditions', () => {
    const within = (key: string) => ({ driver_status: { key, present: true } });
    const catalogue: Catalogue = {
      advisories: [
        advisoryWith({ exposed: { all: [{ any: [within('a')] }] }, unless: within('b') }),
        advisoryWith({
          id: 'k',
          possible: { kernel: { first_of: [{ ranges: [], and: within('c') }], otherwise: 'clear' } },
        }),
        advisoryWith({ id: 'x', contradictions: [{ when: within('d'), because: '' }] }),
      ],
      endOfLife: [],
    };
    expect([...(judgementsOf([{}], catalogue).past?.statusKeys ?? [])].sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the diagnosis', () => {
  const aufs = { ...healthySnapshot, engine: { ...healthyEngine, info: ok({ ...healthyInfo, driver: 'aufs' }) } };
  const verdicts = (risk: ReturnType<typeof diagnose>['risk']) =>
    Object.fromEntries((risk?.verdicts ?? []).map(({ advisory, verdict }) => [advisory.id, verdict]));

  it('has what the advisories say, and keeps it in the memory', () => {
    const one = diagnose(aufs, undefined, { catalogue: smallCatalogue });
    expect(verdicts(one.risk)).toMatchObject({ 'with-aufs': 'exposed', 'with-overlay': 'clear', detach: 'unknown' });
    const two = diagnose({ ...aufs, clock: 1015 }, one.memory, { catalogue: smallCatalogue });
    expect(two.risk).toBe(one.risk);
    const other = diagnose(healthySnapshot, two.memory, { catalogue: smallCatalogue });
    expect(verdicts(other.risk)).toMatchObject({ 'with-aufs': 'clear', 'with-overlay': 'exposed' });
  });

  it('has none without a catalogue', () => {
    expect(diagnose(aufs)).toMatchObject({ risk: undefined, memory: { risk: undefined } });
  });

  it('goes by the last good reading of the kernel, and is no new one', () => {
    const one = diagnose(aufs, undefined, { catalogue: smallCatalogue });
    const unread = { ...aufs, host: { ...aufs.host, kernel: denied('EACCES'), kernelCommandLine: denied('EACCES') } };
    const two = diagnose(unread, one.memory, { catalogue: smallCatalogue });
    expect(two.risk).toBe(one.risk);
    const first = diagnose(unread, undefined, { catalogue: smallCatalogue });
    expect(first.risk?.facts.kernelRelease).toEqual(denied('EACCES'));
  });

  it('goes by the day that it is told', () => {
    const { risk, memory } = diagnose(aufs, undefined, { catalogue: smallCatalogue, today: '2031-01-02' });
    expect(risk?.facts.date).toBe('2031-01-02');
    const again = diagnose(aufs, memory, { catalogue: smallCatalogue, today: '2031-01-03' });
    expect(again.risk?.facts.date).toBe('2031-01-03');
  });

  it('goes by the memory while the Engine is silent', () => {
    const { memory } = diagnose(aufs, undefined, { catalogue: smallCatalogue });
    const silent = { ...aufs, engine: { ...healthyEngine, info: absent('refused') } };
    const { risk } = diagnose(silent, memory, { catalogue: smallCatalogue });
    expect(verdicts(risk)).toMatchObject({ 'with-aufs': 'exposed' });
  });
});
