import { expect, it } from 'vitest';
import { healthyDiagnosis, healthySnapshot } from '../../test/support/healthy.ts';
import { reportOf } from '../diagnosis/report/report.ts';
import { answerOf } from './check.ts';

it('answers as it is asked to', () => {
  const report = reportOf(healthySnapshot, healthyDiagnosis);
  const reporter = { host: 'ci-7', version: '1.2.3' };
  const screen = { width: 80, hasColour: false };
  expect(answerOf(report, reporter, 'table', screen)).toBe('OK: nothing wrong on ci-7\n');
  expect(JSON.parse(answerOf(report, reporter, 'json', screen))).toMatchObject({ status: 'ok', host: 'ci-7' });
});
