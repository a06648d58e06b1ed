import { describe, expect, it } from 'vitest';
import type { GivenFacts, LifeComponent, LifeTable, Verdict } from '../model/advisory.ts';
import { denied } from '../model/reading.ts';
import { endDates, judgeEndOfLife } from './end-of-life.ts';
import { factsOf } from './given-facts.ts';

const source = 'https://example.com';
const snapshot = '2026-08-22';
const tables: readonly LifeTable[] = [
  {
    component: 'engine',
    snapshot,
    source,
    cycles: [
      { cycle: '17.03', ends: '2017-05-05' },
      { cycle: '20.10', ends: '2023-12-10' },
      { cycle: '25.0', ends: '2026-12-04' },
      { cycle: '28', ends: 'soon' },
      { cycle: '29', ends: 'supported' },
    ],
    unlisted: 'ended',
  },
  { component: 'containerd', snapshot, source, cycles: [{ cycle: '1.6', ends: '2025-08-23' }], unlisted: 'unknown' },
  { component: 'kernel', snapshot, source, cycles: [{ cycle: '5.4', ends: '2025-12-03' }], unlisted: 'ended' },
  {
    component: 'distribution',
    snapshot,
    source,
    cycles: [{ cycle: 'debian 12', ends: '2026-07-11' }],
    unlisted: 'ended',
  },
];

const judged = (component: LifeComponent, given: GivenFacts) =>
  judgeEndOfLife(component, tables, factsOf(given, '2026-11-22'));
const engine = (engine_version: string, date = '2026-11-22') => judged('engine', { engine_version, date });

describe('the days', () => {
  it.each<[string, Verdict, string]>([
    ['2023-12-09', 'clear', 'fixes for 20.10 until 2023-12-10'],
    ['2023-12-10', 'clear', 'fixes for 20.10 until 2023-12-10'],
    ['2023-12-11', 'exposed', 'regular fixes for 20.10 ended on 2023-12-10'],
    ['2026-11-22', 'exposed', 'regular fixes for 20.10 ended on 2023-12-10'],
  ])('on %s it is %s', (date, verdict, prose) => {
    expect(engine('20.10.24', date)).toEqual({ verdict, why: [`Engine 20.10.24: ${prose}`] });
  });

  it.each(['', 'today', '2026-11', '22.11.2026', '2026-11-22T00:00:00Z'])('is unknown on %j', (date) => {
    expect(engine('20.10.24', date)).toEqual({
      verdict: 'unknown',
      why: [`today’s date "${date}" is not understood, expected one such as 2026-11-22`],
    });
  });
});

describe('a table that knows no end', () => {
  const known = 'Engine 29.1.0: 29 got fixes on 2026-08-22, with no end known';
  const tooLong = 'Engine 29.1.0: 29 got fixes on 2026-08-22, which is too long ago to say more';

  it.each<[string, Verdict, string]>([
    ['2026-08-22', 'clear', known],
    // a clock that is behind
    ['2020-01-01', 'clear', known],
    ['2027-08-21', 'clear', known],
    ['2027-08-22', 'unknown', tooLong],
    ['2030-01-01', 'unknown', tooLong],
  ])('is believed for a year: on %s it is %s', (date, verdict, why) => {
    expect(engine('29.1.0', date)).toEqual({ verdict, why: [why] });
  });

  it.each<[string, Verdict]>([
    ['25.0.13', 'exposed'],
    ['20.10.24', 'exposed'],
    ['1.9.1', 'exposed'],
    ['30.0.0', 'unknown'],
  ])('is believed for longer of what has ended: %s', (version, verdict) => {
    expect(engine(version, '2030-01-01').verdict).toBe(verdict);
  });

  it('is not believed when nobody knows of which day it is', () => {
    const [first] = tables;
    const undated = { ...first, snapshot: 'lately' } as LifeTable;
    const facts = factsOf({ engine_version: '29.1.0' }, '2026-11-22');
    expect(judgeEndOfLife('engine', [undated], facts).verdict).toBe('unknown');
  });
});

describe('the cycles', () => {
  it.each<[string, Verdict, string]>([
    ['17.03.0-ee-1', 'exposed', 'regular fixes for 17.03 ended on 2017-05-05'],
    ['25.0.13', 'clear', 'fixes for 25.0 until 2026-12-04'],
    ['docker-v29.0.0', 'clear', '29 got fixes on 2026-08-22, with no end known'],
    ['1.9.1', 'exposed', 'not among the series with fixes in the table of 2026-08-22'],
    ['26.0.0', 'exposed', 'not among the series with fixes in the table of 2026-08-22'],
    ['30.0.0', 'unknown', 'not in the table of 2026-08-22'],
    ['28.5.2', 'unknown', 'the table of 2026-08-22 has no date for 28'],
  ])('Engine %s is %s', (version, verdict, prose) => {
    expect(engine(version)).toEqual({ verdict, why: [`Engine ${version}: ${prose}`] });
  });

  it('leaves open what the table leaves open', () => {
    expect(judged('containerd', { containerd_version: '1.5.2' })).toEqual({
      verdict: 'unknown',
      why: ['containerd 1.5.2: not in the table of 2026-08-22'],
    });
  });

  it('is unknown without a table', () => {
    expect(judgeEndOfLife('engine', [], factsOf({ engine_version: '1.9.1' }, '2026-11-22'))).toEqual({
      verdict: 'unknown',
      why: ['Engine 1.9.1: there is no table of when fixes end'],
    });
  });
});

describe('the components', () => {
  it.each<[LifeComponent, GivenFacts, Verdict, string]>([
    [
      'containerd',
      { containerd_version: '1.6.20~ds1' },
      'exposed',
      'containerd 1.6.20~ds1: regular fixes for 1.6 ended on 2025-08-23',
    ],
    [
      'containerd',
      { containerd_version: 'a1b2c3d' },
      'unknown',
      'containerd version "a1b2c3d" is not understood, expected a version such as 1.6.20',
    ],
    ['kernel', { kernel_release: '5.4.219' }, 'exposed', 'kernel 5.4.219: regular fixes for 5.4 ended on 2025-12-03'],
    [
      'kernel',
      { kernel_release: '4.1.13-boot2docker' },
      'exposed',
      'kernel 4.1.13-boot2docker: not among the series with fixes in the table of 2026-08-22',
    ],
    [
      'kernel',
      { kernel_release: '4.8.6-1.el7.elrepo.x86_64' },
      'exposed',
      'kernel 4.8.6-1.el7.elrepo.x86_64: not among the series with fixes in the table of 2026-08-22',
    ],
    ['kernel', { kernel_release: '6.1.55' }, 'unknown', 'kernel 6.1.55: not in the table of 2026-08-22'],
    [
      'kernel',
      { kernel_release: '5.4.0-131-generic' },
      'clear',
      'kernel 5.4.0-131-generic: its distribution looks after it',
    ],
    ['kernel', { kernel_release: '3.16.0-4-amd64' }, 'clear', 'kernel 3.16.0-4-amd64: its distribution looks after it'],
    [
      'kernel',
      { kernel_release: '3.10.0-957.el7.x86_64' },
      'clear',
      'kernel 3.10.0-957.el7.x86_64: its distribution looks after it',
    ],
    [
      'kernel',
      { kernel_release: '4.14.1-1.amzn2.x86_64' },
      'clear',
      'kernel 4.14.1-1.amzn2.x86_64: its distribution looks after it',
    ],
    ...['5.4.106-1-pve', '5.4.10-100.fc30.x86_64', '5.4.1-arch1-1', '5.4.83-0-virt', '5.4.83-v7l+'].map(
      (kernel_release): [LifeComponent, GivenFacts, Verdict, string] => [
        'kernel',
        { kernel_release },
        'clear',
        `kernel ${kernel_release}: its distribution looks after it`,
      ],
    ),
    [
      'kernel',
      { kernel_release: 'linux' },
      'unknown',
      'kernel release "linux" is not understood, expected one such as 6.1.0-18-amd64',
    ],
    [
      'distribution',
      { distribution: 'Debian GNU/Linux 12 (bookworm)' },
      'exposed',
      'distribution "Debian GNU/Linux 12 (bookworm)": regular fixes for debian 12 ended on 2026-07-11',
    ],
    [
      'distribution',
      { distribution: 'debian 12' },
      'exposed',
      'distribution "debian 12": regular fixes for debian 12 ended on 2026-07-11',
    ],
    [
      'distribution',
      { distribution: 'alpine 3.18' },
      'unknown',
      'distribution "alpine 3.18": not in the table of 2026-08-22',
    ],
    [
      'distribution',
      { distribution: '12' },
      'unknown',
      'distribution "12" is not understood, expected a name and a version such as debian 12',
    ],
    [
      'distribution',
      { distribution: 'arch' },
      'unknown',
      'distribution "arch" is not understood, expected a name and a version such as debian 12',
    ],
  ])('%s with %j is %s', (component, given, verdict, why) => {
    expect(judged(component, given)).toEqual({ verdict, why: [why] });
  });

  it.each<[LifeComponent, string]>([
    ['engine', 'Engine version'],
    ['containerd', 'containerd version'],
    ['kernel', 'kernel release'],
    ['distribution', 'distribution'],
  ])('%s that is not known is unknown', (component, name) => {
    const why = [`${name} not known: denied: EACCES`];
    const no = denied('EACCES');
    const facts = {
      ...factsOf({}, '2026-11-22'),
      engineVersion: no,
      containerdVersion: no,
      kernelRelease: no,
      distribution: no,
    };
    expect(judgeEndOfLife(component, tables, facts)).toEqual({ verdict: 'unknown', why });
  });
});

describe('endDates', () => {
  const midnightAfter = (date: string) => Date.parse(`${date}T24:00:00Z`) / 1000;
  const dates = (given: GivenFacts, of = tables) => [...endDates(of, factsOf(given, '2026-11-22'))];

  it('gives the midnight after the last day for what has a date, past or to come', () => {
    expect(
      dates({
        engine_version: '25.0.13',
        containerd_version: '1.6.20~ds1',
        kernel_release: '5.4.219',
        distribution: 'Debian GNU/Linux 12 (bookworm)',
      }),
    ).toEqual([
      ['engine', 1_796_428_800],
      ['containerd', midnightAfter('2025-08-23')],
      ['kernel', midnightAfter('2025-12-03')],
      ['distribution', midnightAfter('2026-07-11')],
    ]);
  });

  it('does not need to know today', () => {
    expect(dates({ engine_version: '20.10.24', date: 'today' })).toEqual([['engine', midnightAfter('2023-12-10')]]);
  });

  it.each<[string, GivenFacts]>([
    ['what is supported', { engine_version: '29.0.0' }],
    ['what is not listed', { engine_version: '1.9.1' }],
    ['what is newer than the table', { engine_version: '30.0.0' }],
    ['a date that is none', { engine_version: '28.5.2' }],
    ['a kernel of a distribution', { kernel_release: '5.4.0-131-generic' }],
    ['what is not understood', { engine_version: 'dev', distribution: 'arch' }],
    ['what is not known', {}],
  ])('gives none for %s', (_, given) => {
    expect(dates(given)).toEqual([]);
  });

  it('is when a host is first judged as without fixes', () => {
    const [[, end = 0] = []] = dates({ engine_version: '20.10.24' });
    const dayOf = (time: number) => new Date(time * 1000).toISOString().slice(0, '2023-12-10'.length);
    expect(engine('20.10.24', dayOf(end - 1)).verdict).toBe('clear');
    expect(engine('20.10.24', dayOf(end)).verdict).toBe('exposed');
  });

  it('gives none for a day that no month has', () => {
    const [first, ...rest] = tables;
    const table = { ...first, cycles: [{ cycle: '20.10', ends: '2023-13-41' }] } as LifeTable;
    expect(dates({ engine_version: '20.10.24' }, [table, ...rest])).toEqual([]);
    expect(dates({ engine_version: '20.10.24' }, [])).toEqual([]);
  });
});
