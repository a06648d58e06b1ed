import { describe, expect, it } from 'vitest';
import { type AlertName, alertNames } from '../../src/diagnosis/report/alerts.ts';
import { reportOf } from '../../src/diagnosis/report/report.ts';
import type { ProbeState } from '../../src/model/engine.ts';
import { malformed, ok, timedOut } from '../../src/model/reading.ts';
import type { Finding, Severity } from '../../src/model/report.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { statusBanner } from '../../src/page/banner.ts';
import { glance } from '../../src/page/glance.ts';
import { html } from '../../src/page/html.ts';
import { placeOf } from '../../src/page/subjects.ts';
import { diagnosisOf, healthyDiagnosis, healthyEngine, healthyHost, healthySnapshot } from '../support/healthy.ts';
import { parse, valuesOf } from './markup.ts';
import { about, engineSaying } from './pages.ts';

const space = { usedBytes: 1, sizeBytes: 10 };
const pool = ok({ data: space, metadata: { usedBytes: 2, sizeBytes: 10 }, deferredDeletedDevices: undefined });
const withPool: Snapshot = { ...healthySnapshot, engine: engineSaying({ pool }) };

/** The tiles of a look, with the findings that follow from it unless others are given. */
const tilesAt = (snapshot: Snapshot, diagnosis = healthyDiagnosis, findings?: readonly Finding[]) => {
  const report = reportOf(snapshot, diagnosis);
  const view = { snapshot, diagnosis, about, report: findings === undefined ? report : { ...report, findings } };
  return parse(html`${glance(view)}`.toString());
};
const textAt = (snapshot: Snapshot, diagnosis = healthyDiagnosis): string => tilesAt(snapshot, diagnosis).text;
const onHost = (host: Partial<Snapshot['host']>): Snapshot => ({
  ...healthySnapshot,
  host: { ...healthyHost, ...host },
});

const finding = (alert: AlertName, severity: Severity): Finding => ({
  alert,
  severity,
  summary: 's',
  culprits: [],
  meaning: 'm',
  next: 'n',
});

describe('a finding shows at the top of the page', () => {
  const places = Object.entries(placeOf) as readonly (readonly [AlertName, string])[];

  it('whatever its alert', () => expect(places.map(([alert]) => alert).sort()).toEqual([...alertNames].sort()));

  it.each(places.filter(([, place]) => place !== 'banner' && place !== 'notes'))('%s on the tile %s', (alert) => {
    const tiles = tilesAt(withPool, healthyDiagnosis, [finding(alert, 'critical')]);
    expect(valuesOf(tiles, 'class').filter((name) => name === 'tile critical')).toHaveLength(1);
    expect(valuesOf(tiles, 'href')).toContain(`#${alert}`);
  });

  it.each(places.filter(([, place]) => place === 'banner'))('%s by its name, however many are worse', (alert) => {
    const worse = alertNames.filter((each) => each !== alert).map((each) => finding(each, 'critical'));
    const report = {
      status: 'critical',
      takenAt: 1,
      findings: [...worse, finding(alert, 'warning')],
      unseen: [],
    } as const;
    const view = { snapshot: healthySnapshot, diagnosis: healthyDiagnosis, about, report };
    expect(valuesOf(parse(statusBanner(view).toString()), 'href')).toContain(`#${alert}`);
  });
});

it('a finding that is only worth knowing does not take anybody to what is folded up', () => {
  const tiles = tilesAt(healthySnapshot, healthyDiagnosis, [finding('DockerHostNonReapingParent', 'info')]);
  expect(tiles.text).toContain('Zombies 0 info');
  expect(valuesOf(tiles, 'href')).not.toContain('#DockerHostNonReapingParent');
});

describe('the Engine is well only where it is heard', () => {
  const all = (state: ProbeState): Snapshot => {
    const probe = { ...healthyEngine.probes.ping, state };
    return { ...healthySnapshot, engine: { ...healthyEngine, probes: { ping: probe, list: probe, info: probe } } };
  };
  const saying = (readings: Partial<typeof healthyEngine>): Snapshot => ({
    ...healthySnapshot,
    engine: { ...healthyEngine, ...readings },
  });
  const list = { ...healthyEngine.probes.list, state: 'error' } as const;

  it.each<[string, Snapshot]>([
    ['Engine answers ok', healthySnapshot],
    ['Engine gives errors unknown', all('error')],
    ['Engine does not let us in unknown', all('denied')],
    ['Engine answers in part unknown', saying({ probes: { ...healthyEngine.probes, list } })],
    ['Engine answers in part unknown', saying({ containers: timedOut('late') })],
    ['Engine makes no sense unknown', saying({ containers: malformed('<html>'), info: malformed('<html>') })],
    ['Engine refuses critical', all('refused')],
  ])('%s', (text, snapshot) => expect(textAt(snapshot)).toContain(text));
});

it('suspects that wait for the word of the Engine are not none', () => {
  const { reconciliation: known } = healthyDiagnosis;
  const diagnosis = diagnosisOf([], { reconciliation: known && { ...known, suspects: ['a'] } });
  expect(textAt(healthySnapshot)).toContain('Ghosts 0 ok Orphans 0 ok');
  expect(textAt(healthySnapshot, diagnosis)).toContain('Ghosts not seen Orphans not seen');
});

it('a number that is the least that there is, is not well', () => {
  const processes = { ...healthyHost.processes, missed: ['/proc/9/stat: EIO'] } as typeof healthyHost.processes;
  const diagnosis = diagnosisOf([]);
  const totals = { ...diagnosis.offenders.totals, lingering_mount: 2 };
  const some = { ...diagnosis, offenders: { ...diagnosis.offenders, totals } };
  const tiles = tilesAt(onHost({ processes }), some, []);
  expect(tiles.text).toContain('Lingering mounts 2 or more unknown');
});
