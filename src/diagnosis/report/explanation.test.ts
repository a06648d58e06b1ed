import { describe, expect, it } from 'vitest';
import { diagnosisOf } from '../../../test/support/healthy.ts';
import { type Judged, riskWith } from '../../../test/support/risk.ts';
import type { AlertName } from './alerts.ts';
import { explained } from './explanation.ts';
import type { AlertFinding } from './finding.ts';

const finding = (alert: AlertName): AlertFinding => ({
  alert,
  severity: 'critical',
  summary: 'dockerd does not answer',
  culprits: [],
  meaning: 'Nothing can be started.',
  next: 'Look at it.',
});
const explains = ['DockerEngineHung'];
const explainedBy = (...verdicts: readonly Judged[]) =>
  explained(finding('DockerEngineHung'), { ...diagnosisOf([]), risk: riskWith(...verdicts) });

describe('a finding that advisories would explain', () => {
  it('names them and the command that tells more', () => {
    const { meaning, next } = explainedBy([{ id: 'a', explains }, 'possible'], [{ id: 'b', explains }, 'exposed']);
    expect(meaning).toBe(
      'Nothing can be started. This host is exposed to b, which would explain it. This host is possibly exposed to a, which would explain it.',
    );
    expect(next).toBe(
      'Look at it. `docker-host-exporter advise --advisory=b --advisory=a` says what to do about that.',
    );
  });

  it('names three, and counts the rest', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const { meaning, next } = explainedBy(...ids.map((id): Judged => [{ id, explains }, 'exposed']));
    expect(meaning).toContain('This host is exposed to a, b, c and 2 more, which');
    expect(next).toContain('--advisory=c`');
  });

  it('says so when it cannot be told', () => {
    const { meaning, next } = explainedBy([{ id: 'a', explains }, 'unknown']);
    expect(meaning).toMatch(/^Nothing can be started\. Whether a would explain it cannot be told: .+\.$/);
    expect(next).toBe('Look at it.');
  });
});

it('leaves a finding as it is that nothing explains, or that has told of it itself', () => {
  expect(explainedBy([{ explains }, 'clear'], [{ explains: ['DockerdCpuSpin'] }, 'exposed'])).toEqual(
    finding('DockerEngineHung'),
  );
  const freezing = finding('DockerHostFreezing');
  const risk = riskWith([{ explains: ['DockerHostFreezing'] }, 'exposed']);
  expect(explained(freezing, { ...diagnosisOf([]), risk })).toEqual(freezing);
});
