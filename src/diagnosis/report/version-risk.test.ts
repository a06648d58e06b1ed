import { describe, expect, it } from 'vitest';
import { healthyDiagnosis, healthySnapshot } from '../../../test/support/healthy.ts';
import { riskWith } from '../../../test/support/risk.ts';
import { advisorySeverities, verdicts } from '../../model/advisory.ts';
import type { RiskAssessment } from '../../model/risk.ts';
import { judgeVersionRisk } from './version-risk.ts';

const judge = (risk: RiskAssessment | undefined) => judgeVersionRisk(healthySnapshot, { ...healthyDiagnosis, risk });

describe('who is told', () => {
  const findingsAs = { critical: ['warning'], high: ['info'], medium: [], low: [], info: [] } as const;

  it.each(advisorySeverities)('exposed to one of severity %s', (severity) => {
    const findings = judge(riskWith([{ severity }, 'exposed']));
    expect(findings.map((each) => [each.alert, each.severity])).toEqual(
      findingsAs[severity].map((as) => ['DockerHostVersionRisk', as]),
    );
  });

  it.each(verdicts.filter((verdict) => verdict !== 'exposed'))('nobody who is %s', (verdict) => {
    expect(judge(riskWith([{ severity: 'critical' }, verdict], [{ severity: 'high' }, verdict]))).toEqual([]);
  });

  it('nobody where nobody judges', () => expect(judge(undefined)).toEqual([]));
});

it('says what it is, how it shows and what to do', () => {
  const risk = riskWith([
    {
      id: 'spin',
      title: 'Killed processes spin',
      symptom: 'Version 1.2.3 spins.\n It never ends.',
      remedy: 'Go\n to overlay2',
    },
    'exposed',
  ]);
  expect(judge(risk)).toEqual([
    {
      alert: 'DockerHostVersionRisk',
      severity: 'warning',
      summary:
        'the versions and settings of this host have 1 known fault of critical severity: spin (Killed processes spin)',
      culprits: [],
      meaning: 'It need not have struck yet. With spin: Version 1.2.3 spins.',
      next: 'For spin: Go to overlay2.',
    },
  ]);
});

it('has one finding for each severity, with all names, and three of them in full', () => {
  const risk = riskWith(
    [{ id: 'h1', severity: 'high', title: 'H one.' }, 'exposed'],
    [{ id: 'c1', severity: 'critical' }, 'exposed'],
    [{ id: 'h2', severity: 'high' }, 'clear'],
    ...['h3', 'h4', 'h5'].map((id) => [{ id, severity: 'high' }, 'exposed'] as const),
  );
  const [warning, info, ...more] = judge(risk);
  expect(more).toEqual([]);
  expect(warning?.summary).toMatch(/1 known fault of critical severity: c1 \(/);
  expect(info?.summary).toMatch(/4 known faults of high severity: h1 \(H one\); h3 \(.*\); h4 \(.*\); h5 \([^)]*\)$/);
  expect(info?.meaning).toMatch(/With h1: .*With h3: .*With h4: (?!.*h5)/);
  expect(info?.next).toBe(
    'For h1: Move to overlay2. For h3: Move to overlay2. For h4: Move to overlay2. `docker-host-exporter advise` tells what to do about the others.',
  );
  expect(warning?.next).toBe('For c1: Move to overlay2.');
});
