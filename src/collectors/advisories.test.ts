import { expect, it } from 'vitest';
import { healthyDiagnosis, healthyHost, healthySnapshot } from '../../test/support/healthy.ts';
import { riskWith } from '../../test/support/risk.ts';
import type { HostView } from '../model/host.ts';
import { absent, denied, isComplete, ok } from '../model/reading.ts';
import type { RiskAssessment } from '../model/risk.ts';
import { advisoriesCollector } from './advisories.ts';

/** `metric value of value labels`, one a line. */
function linesOf(risk: RiskAssessment | undefined): readonly string[] {
  const samples = advisoriesCollector.collect(healthySnapshot, { ...healthyDiagnosis, risk });
  return samples.map(({ metric, labels = {}, value }) =>
    [metric.replace('dockerhost_', ''), ...Object.values(labels), value].join(' '),
  );
}

it('counts all verdicts, names those that are not clear, and has the dates that are known', () => {
  const risk = riskWith(
    [{ id: 'a', severity: 'critical' }, 'exposed'],
    [{ id: 'b', severity: 'low' }, 'clear'],
    [{ id: 'c', severity: 'high' }, 'unknown'],
    [{ id: 'd', severity: 'high' }, 'unknown'],
  );
  const endOfLife = new Map([
    ['distribution', 1_783_728_000],
    ['engine', 1_702_166_400],
  ] as const);
  expect(linesOf({ ...risk, endOfLife })).toEqual([
    'advisories exposed 1',
    'advisories possible 0',
    'advisories unknown 2',
    'advisories clear 1',
    'advisory a critical exposed 1',
    'advisory c high unknown 1',
    'advisory d high unknown 1',
    'end_of_life_timestamp_seconds engine 1702166400',
    'end_of_life_timestamp_seconds distribution 1783728000',
  ]);
});

it('counts none of each where there are no advisories, and says nothing where nobody judges', () => {
  expect(linesOf(riskWith())).toEqual(
    ['exposed', 'possible', 'unknown', 'clear'].map((each) => `advisories ${each} 0`),
  );
  expect(linesOf(undefined)).toEqual([]);
});

it('has succeeded when all that it reads itself was read', () => {
  const succeeded = (host: Partial<HostView>) =>
    advisoriesCollector.needs({ ...healthySnapshot, host: { ...healthyHost, ...host } }).every(isComplete);
  expect(succeeded({})).toBe(true);
  for (const key of ['kernelCommandLine', 'filesystems', 'sysctls', 'kernel', 'distribution', 'aufs'] as const) {
    expect([key, succeeded({ [key]: denied('EACCES') })]).toEqual([key, false]);
    expect([key, succeeded({ [key]: absent('ENOENT') })]).toEqual([key, true]);
  }
  expect(succeeded({ sysctls: ok(new Map([['fs.x', denied('EACCES')]])) })).toBe(false);
  expect(succeeded({ sysctls: ok(new Map([['fs.x', absent('ENOENT')]])) })).toBe(true);
});
