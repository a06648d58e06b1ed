import { expect, it } from 'vitest';
import { incidentBegin, incidentEnd, incidentTable, withIncident } from './incident-table.ts';
import type { Timeline } from './incident-timeline.ts';

const timeline: Timeline = {
  title: 't',
  instance: 'i',
  length: '3d',
  interval: '1m',
  gaps: [],
  happenings: [
    { at: '26h30m', page: true, text: 'first' },
    { at: '2d', page: true, text: 'second' },
  ],
  alerts: [
    { alert: 'B', severity: 'info', from: '30h', seen: 'b' },
    { alert: 'A', severity: 'critical', from: '26h', seen: 'a', description: 'said' },
    { alert: 'C', severity: 'info', from: '50h', seen: 'late' },
    { alert: 'D', severity: 'info', from: '27h', seen: 'd', against: '26h30m' },
    { alert: 'E', severity: 'info', from: '28h', seen: 'e', again: true },
  ],
  series: [],
};

it('goes by time and compares with the next page, the named one, or the last', () => {
  expect(incidentTable(timeline).split('\n').slice(2)).toEqual([
    '| day 2, 02:00 | critical | [A](runbooks/A.md): a | 30m before |',
    '| day 2, 02:30 | PAGE | first |  |',
    '| day 2, 03:00 | info | [D](runbooks/D.md): d | 30m after |',
    '| day 2, 06:00 | info | [B](runbooks/B.md): b | 18h before |',
    '| day 3, 00:00 | PAGE | second |  |',
    '| day 3, 02:00 | info | [C](runbooks/C.md): late | 2h after |',
  ]);
});

it('leaves what is written by hand, and the other incident, as it is', () => {
  const page = `# T\n${incidentBegin('x')}\nold\n${incidentEnd}\nmiddle\n${incidentBegin('y')}\n${incidentEnd}\nend\n`;
  const made = withIncident(page, 'x', timeline);
  expect(made).toContain('A, critical: “said”');
  expect(made).not.toContain('old');
  expect(made.endsWith(`middle\n${incidentBegin('y')}\n${incidentEnd}\nend\n`)).toBe(true);
  expect(withIncident(made, 'x', timeline)).toBe(made);
});

it.each(['', incidentBegin('x'), `${incidentEnd}${incidentBegin('x')}`])('says what it expected: %j', (page) =>
  expect(() => withIncident(page, 'x', timeline)).toThrow(`expected the lines ${incidentBegin('x')}`),
);
