import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/model/advisory.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { absent, ok } from '../../src/model/reading.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { healthyDiagnosis, healthyEngine, healthyHost, healthySnapshot, runningDaemon } from '../support/healthy.ts';
import { type Judged, riskWith } from '../support/risk.ts';
import { parse, sectionOf, valuesOf } from './markup.ts';
import { pageAt } from './pages.ts';

const full = runningDaemon({ openFds: ok(990) });
const bothFull: Snapshot = {
  ...healthySnapshot,
  host: { ...healthyHost, daemons: { dockerd: full, containerd: full } },
};

it('two findings of one alert have two ids', () => {
  const ids = valuesOf(sectionOf(pageAt(bothFull), 'findings'), 'id');
  expect(ids).toEqual(expect.arrayContaining(['DockerdFdsNearLimit', 'DockerdFdsNearLimit-2']));
});

it('what is only worth knowing is folded up after the rest', () => {
  const created = healthySnapshot.takenAt - 30 * 86_400;
  const left = { id: 'a'.repeat(64), name: 'old', state: 'exited', created } as const;
  const engine = { ...healthyEngine, containers: ok({ containers: [left], askedAt: 1 }) };
  const page = pageAt({ ...healthySnapshot, engine });
  expect(sectionOf(page, 'findings').text).toMatch(
    /Nothing urgent that this exporter could see\. 1 note, worth knowing and not urgent info the oldest container/,
  );
  expect(valuesOf(sectionOf(page, 'findings'), 'id')).toContain('notes');
  expect(parse(page).text).toContain('OK Nothing urgent; 1 note below.');
});

describe('a finding that known faults would explain', () => {
  const judged = (verdict: Verdict, ...ids: readonly string[]): readonly Judged[] =>
    ids.map((id) => [{ id, explains: ['DockerdFdsNearLimit'], remedy: `Mend ${id}.` }, verdict]);
  const page = (...verdicts: readonly Judged[]): string => {
    const diagnosis: Diagnosis = { ...healthyDiagnosis, risk: riskWith(...verdicts) };
    return pageAt(bothFull, diagnosis);
  };
  const advisories = (html: string) => sectionOf(html, 'advisories');

  it('leads to them on the page, and to no command', () => {
    const html = page(...judged('exposed', 'one'), ...judged('possible', 'two'));
    expect(sectionOf(html, 'findings').text).toContain('Known faults see one, two below');
    expect(parse(html).text).not.toContain('docker-host-exporter advise');
    expect(valuesOf(sectionOf(html, 'findings'), 'href')).toEqual(
      expect.arrayContaining(['#advisory-one', '#advisory-two']),
    );
    expect(valuesOf(advisories(html), 'id')).toEqual(expect.arrayContaining(['advisory-one', 'advisory-two']));
  });

  it('names three of them', () => {
    const html = page(...judged('exposed', 'a', 'b', 'c', 'd', 'e'));
    expect(sectionOf(html, 'findings').text).toContain('Known faults see a, b, c and 2 more below');
  });

  it('those to which nothing leads, and which are only possible, are folded up', () => {
    const html = page(...judged('possible', 'two'), [{ id: 'other', explains: [] }, 'possible']);
    const [shown = '', folded = ''] = html.slice(html.indexOf('id="advisories"')).split('<details>');
    expect([shown.includes('advisory-two'), folded.includes('advisory-other')]).toEqual([true, true]);
    expect(shown).not.toContain('advisory-other');
    expect(folded).toContain('<summary>1 fault that this host may have</summary>');
  });

  it('has no line for them where there are none', () => {
    expect(sectionOf(page(...judged('clear', 'one')), 'findings').text).not.toContain('Known faults');
  });
});

it('the faults themselves are told below, without a command', () => {
  const severe: readonly Judged[] = ['a', 'b', 'c', 'd'].map((id) => [{ id, severity: 'critical' }, 'exposed']);
  const html = pageAt(healthySnapshot, { ...healthyDiagnosis, risk: riskWith(...severe) });
  expect(sectionOf(html, 'findings').text).toMatch(/4 known faults .* Known faults see below/);
  expect(parse(html).text).not.toContain('docker-host-exporter advise');
});

it('a percentage is not broken between lines', () => {
  const html = pageAt(bothFull);
  expect(html).toContain('(99\u00a0%)');
  expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/\d %/);
});

it('one descriptor is not several', () => {
  const none = { devicemapper: 0, container_stdio: 0, container_log: 0, socket: 0, pipe: 0 };
  const fdsByTarget = ok({ ...none, anon_inode: 0, deleted: 1, data_root: 1, other: 1, unclassified: 0 });
  const daemons = { dockerd: runningDaemon({ fdsByTarget }), containerd: { ...runningDaemon(), process: absent('x') } };
  const html = pageAt({ ...healthySnapshot, host: { ...healthyHost, daemons } });
  expect(sectionOf(html, 'daemon').text).toContain('1 deleted file, 1 file in the data root and 1 other');
});
