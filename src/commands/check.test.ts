import { expect, it } from 'vitest';
import { healthyDiagnosis, healthySnapshot } from '../../test/support/healthy.ts';
import { reportOf } from '../diagnosis/report/report.ts';
import { answerOf, screenOf } from './check.ts';

const terminal = (columns: number | undefined, colours: boolean) => ({
  isTTY: true,
  ...(columns === undefined ? {} : { columns }),
  hasColors: (): boolean => colours,
});

it.each([
  [{}, { width: 100, hasColour: false }],
  [
    { hasColors: (): boolean => true, columns: 90 },
    { width: 100, hasColour: false },
  ],
  [terminal(90, true), { width: 90, hasColour: true }],
  [terminal(90, false), { width: 90, hasColour: false }],
  [terminal(40, true), { width: 80, hasColour: true }],
  [terminal(400, true), { width: 120, hasColour: true }],
  [terminal(0, true), { width: 100, hasColour: true }],
  [terminal(undefined, true), { width: 100, hasColour: true }],
])('%j', (stream, screen) => expect(screenOf(stream)).toEqual(screen));

it('answers as it is asked to', () => {
  const report = reportOf(healthySnapshot, healthyDiagnosis);
  const reporter = { host: 'ci-7', version: '1.2.3' };
  const screen = { width: 80, hasColour: false };
  expect(answerOf(report, reporter, 'table', screen)).toBe('OK: nothing wrong on ci-7\n');
  expect(JSON.parse(answerOf(report, reporter, 'json', screen))).toMatchObject({ status: 'ok', host: 'ci-7' });
});
