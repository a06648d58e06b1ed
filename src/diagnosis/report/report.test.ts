import fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySnapshot } from '../../../test/support/arbitrary-snapshot.ts';
import {
  diagnosisOf,
  healthyDiagnosis,
  healthyEngine,
  healthySnapshot,
  hostWithZombies,
  now,
  offender,
} from '../../../test/support/healthy.ts';
import { smallCatalogue } from '../../../test/support/risk.ts';
import { sickLooks } from '../../../test/support/sick.ts';
import { failedSnapshot } from '../../../test/support/snapshots.ts';
import { noMemory } from '../../model/memory.ts';
import { absent, denied, malformed, timedOut } from '../../model/reading.ts';
import { type Report, severities } from '../../model/report.ts';
import { diagnose } from '../diagnose.ts';
import { alertNames } from './alerts.ts';
import { reportOf } from './report.ts';

it('a healthy host is ok, and nothing is said of it', () => {
  expect(reportOf(healthySnapshot, healthyDiagnosis)).toEqual({
    status: 'ok',
    takenAt: now,
    findings: [],
    unseen: [],
  });
});

describe('of what could not be looked at nothing is claimed', () => {
  it.each([denied('EACCES'), malformed('rubbish'), timedOut('late')])('$kind', (failure) => {
    const snapshot = failedSnapshot(failure);
    const { status, findings, unseen } = reportOf(snapshot, diagnose(snapshot));
    expect([status, findings]).toEqual(['unknown', []]);
    expect(unseen.map(({ part }) => part)).toEqual(
      expect.arrayContaining(['host_processes', 'engine', 'processes', 'reconcile']),
    );
  });

  it('where all can be seen and nothing is there, Docker is down, and nothing of it is missing', () => {
    const snapshot = failedSnapshot(absent('nothing here'));
    const { status, findings, unseen } = reportOf(snapshot, diagnose(snapshot));
    expect([status, findings.map(({ alert }) => alert)]).toEqual(['critical', ['DockerEngineDown']]);
    expect(unseen).toEqual([]);
  });
});

describe('the status', () => {
  const info = diagnosisOf([offender('zombie_parent', { count: 11 })]);
  const blind = { ...healthySnapshot, engine: undefined };

  it.each([
    ['info is no problem', healthySnapshot, info, 'ok'],
    ['info does not hide what is not seen', blind, { ...info, reconciliation: undefined }, 'unknown'],
    ['warning', healthySnapshot, diagnosisOf([offender('unkillable')]), 'warning'],
    [
      'warning outweighs unknown',
      blind,
      diagnosisOf([offender('unkillable')], { reconciliation: undefined }),
      'warning',
    ],
    [
      'critical outweighs warning',
      { ...healthySnapshot, host: hostWithZombies(300, 1000) },
      diagnosisOf([offender('unkillable')]),
      'critical',
    ],
  ])('%s', (_, snapshot, diagnosis, status) => expect(reportOf(snapshot, diagnosis).status).toBe(status));
});

describe('a host on which everything is wrong', () => {
  const reports = sickLooks.map(({ snapshot, diagnosis }) => reportOf(snapshot, diagnosis));
  const findings = reports.flatMap((report) => report.findings);

  it('has every alert there is', () => {
    expect(new Set(findings.map(({ alert }) => alert))).toEqual(new Set(alertNames));
  });

  it('says what each of them means and what to do, in one sentence each', () => {
    for (const { summary, meaning, next } of findings) {
      expect(summary).toMatch(/^\S.*[^.]$/);
      for (const sentence of [meaning, next]) expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(`${summary}${meaning}${next}`).not.toMatch(/undefined|NaN|Infinity|\n| {2}/);
    }
  });

  it('advises nothing that destroys', () => {
    for (const { next } of findings) expect(next).not.toMatch(/prune|rm -f|umount -[lf]|killall|xargs/);
  });

  it('has the worst first, and goes by the worst', () => {
    for (const report of reports) expectConsistent(report);
  });

  it.each(alertNames)('%s has its page among the runbooks', (name) => {
    expect(fs.existsSync(join(import.meta.dirname, `../../../docs/runbooks/${name}.md`))).toBe(true);
  });
});

function expectConsistent({ status, findings, unseen }: Report): void {
  const order = findings.map(({ severity }) => severities.indexOf(severity));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const told = findings.map(({ severity }) => severity);
  if (told.includes('critical')) expect(status).toBe('critical');
  else if (told.includes('warning')) expect(status).toBe('warning');
  else expect(status).toBe(unseen.length > 0 ? 'unknown' : 'ok');
}

describe('whatever a host and an Engine say', () => {
  const judging = { settleSeconds: 5, catalogue: smallCatalogue };

  it('it is reported, at the first look and at the second', () => {
    fc.assert(
      fc.property(anySnapshot, anySnapshot, fc.nat(20), (first, second, wait) => {
        const { memory } = diagnose(first, noMemory, judging);
        const later = { ...second, clock: first.clock + wait };
        const report = reportOf(later, diagnose(later, memory, judging));
        expectConsistent(report);
        for (const { alert, culprits, summary } of report.findings) {
          expect(alertNames).toContain(alert);
          expect(summary).not.toMatch(/undefined|NaN/);
          expect(Array.isArray(culprits)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the same look gives the same report', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const diagnosis = diagnose(snapshot, noMemory, { settleSeconds: 0 });
        expect(reportOf(snapshot, diagnosis)).toEqual(reportOf(snapshot, diagnosis));
      }),
    );
  });
});

it('an Engine that is well and not listed in full is not ok', () => {
  const engine = { ...healthyEngine, containers: timedOut('late') };
  const report = reportOf({ ...healthySnapshot, engine }, { ...healthyDiagnosis, reconciliation: undefined });
  expect(report.status).toBe('unknown');
});
