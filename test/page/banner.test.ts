import { describe, expect, it } from 'vitest';
import type { Finding, Report, Severity } from '../../src/model/report.ts';
import { statusBanner } from '../../src/page/banner.ts';
import { pageOf } from '../../src/page/page.ts';
import { healthyDiagnosis, healthySnapshot } from '../support/healthy.ts';
import { parse, valuesOf } from './markup.ts';
import { about } from './pages.ts';

const finding = (alert: string, severity: Severity): Finding => ({
  alert,
  severity,
  summary: 's',
  culprits: [],
  meaning: 'm',
  next: 'n',
});
const bannerOf = (report: Partial<Report>) => {
  const whole: Report = { status: 'ok', takenAt: 1, findings: [], unseen: [], ...report };
  return parse(
    statusBanner({ snapshot: healthySnapshot, diagnosis: healthyDiagnosis, about, report: whole }).toString(),
  );
};
const critical = ['DockerHostFreezing', 'DockerEngineHung'].map((alert) => finding(alert, 'critical'));
const warning = ['DockerHostZombies', 'DockerHostGhostContainers', 'DockerHostLeakedMounts'].map((alert) =>
  finding(alert, 'warning'),
);
const notes = ['DockerHostCleanupNotRunning', 'DockerHostNonReapingParent'].map((alert) => finding(alert, 'info'));

describe('the banner', () => {
  it('names the alerts, the worst first, each a link to its finding', () => {
    const { text, elements } = bannerOf({ status: 'critical', findings: [...critical, ...warning, ...notes] });
    expect(text).toContain(
      'Critical 2 critical problems and 3 warnings on this host; 2 notes below. DockerHostFreezing DockerEngineHung DockerHostZombies DockerHostGhostContainers and 1 more Seen at',
    );
    expect(valuesOf({ elements, text }, 'href')).toEqual([
      '#notes',
      '#DockerHostFreezing',
      '#DockerEngineHung',
      '#DockerHostZombies',
      '#DockerHostGhostContainers',
      '#findings',
      '/?refresh=off',
    ]);
  });

  it.each<[string, Partial<Report>]>([
    ['OK Nothing is wrong on this host. Seen', {}],
    ['OK Nothing urgent; 2 notes below. Seen', { findings: notes }],
    ['OK Nothing urgent; 1 note below. Seen', { findings: notes.slice(1) }],
    [
      'Unknown No problem found, but not all could be seen; 2 notes below. Seen',
      { status: 'unknown', findings: notes, unseen: [{ part: 'engine', reason: 'x' }] },
    ],
    ['Warning 1 warning on this host. DockerHostZombies Seen', { status: 'warning', findings: warning.slice(0, 1) }],
  ])('%s', (text, report) => expect(bannerOf(report).text).toContain(text));

  it('names an alert once, however many findings it has', () => {
    const [first = finding('x', 'critical')] = critical;
    expect(bannerOf({ status: 'critical', findings: [first, { ...first }] }).text).toMatch(
      /2 critical problems on this host\. DockerHostFreezing Seen/,
    );
  });

  it('says whose name it shows where that is the id of a container', () => {
    const titled = (host: string): string =>
      parse(pageOf({ snapshot: healthySnapshot, diagnosis: healthyDiagnosis }, { ...about, host })).text;
    expect(titled('3f2a9c01d4e5')).toContain(
      '3f2a9c01d4e5 This is the name of the exporter’s own container: --hostname',
    );
    expect(titled('docker-7')).not.toContain('own container');
  });

  it('offers to refresh again', () => {
    const look = { snapshot: healthySnapshot, diagnosis: healthyDiagnosis };
    expect(parse(pageOf(look, { ...about, refreshSeconds: undefined })).text).toContain('Refresh automatically');
  });
});
