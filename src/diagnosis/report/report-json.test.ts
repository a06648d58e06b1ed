import { expect, it } from 'vitest';
import { diagnosisOf, healthySnapshot, offender } from '../../../test/support/healthy.ts';
import { reportOf } from './report.ts';
import { reportJson, reportText } from './report-json.ts';

const reporter = { host: 'ci-7', version: '1.2.3' };
const reportWith = (name: string) =>
  reportOf(healthySnapshot, diagnosisOf([offender('lingering_mount', { name, places: ['/mnt/keep'] })]));

it('has everything of a report, with times for machines and people', () => {
  const json = reportJson(reportWith('web'), reporter);
  expect(json).toEqual({
    status: 'warning',
    takenAt: '2026-11-18T11:06:40.000Z',
    host: 'ci-7',
    version: '1.2.3',
    findings: [
      {
        alert: 'DockerHostLingeringMounts',
        severity: 'warning',
        summary: expect.stringMatching(/still mounted/),
        culprits: [
          {
            kind: 'lingering_mount',
            container: '3f2a9c01d4e5',
            name: 'web',
            process: 'sleep',
            count: 1,
            firstSeen: '2026-11-18T11:03:20.000Z',
            ageSeconds: 200,
            pids: [1234],
            places: ['/mnt/keep'],
          },
        ],
        meaning: expect.stringMatching(/\.$/),
        next: expect.stringMatching(/\.$/),
        runbook: 'docs/runbooks/DockerHostLingeringMounts.md',
      },
    ],
    unseen: [],
  });
});

it('as text it is the same, and cannot steer a terminal', () => {
  const name = 'a\u001b[31m\u009b2J\u007f\u202eb\u0000\u{e0041}';
  const report = reportWith(name);
  const text = reportText(report, reporter);
  expect(JSON.parse(text)).toEqual(reportJson(report, reporter));
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text).toMatch(/\}\n$/);
});
