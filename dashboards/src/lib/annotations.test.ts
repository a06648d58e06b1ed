import { expect, it } from 'vitest';
import { alertMarks, fleetMarks, restartMarks, ticketMarks } from './annotations.ts';
import { fleet, host } from './queries.ts';

const built = (marks: ReturnType<typeof alertMarks>) => marks.map((mark) => mark.build());
const onAtFirst = (marks: ReturnType<typeof alertMarks>) =>
  built(marks).flatMap(({ name, enable }) => (enable ? [name] : []));

it('marks pages and tickets of one host, and only pages of a fleet', () => {
  expect(onAtFirst(alertMarks(host))).toEqual(['Pages', 'Tickets']);
  expect(onAtFirst(fleetMarks(fleet))).toEqual(['Pages']);
});

it('marks an alert of a fleet once and not for each host', () => {
  for (const { expr, target } of built(fleetMarks(fleet))) {
    expect(expr).toMatch(/^count by \(alertname, cluster\) \(ALERTS\{/);
    expect(target).toMatchObject({ expr });
  }
});

it('asks for a point each minute at the most', () => {
  for (const mark of built([...alertMarks(host), ...fleetMarks(fleet)])) {
    expect(mark).toMatchObject({ step: '60s', target: { interval: '60s' } });
  }
});

it('marks chosen alerts, none of which pages', () => {
  const marks = built(ticketMarks(host, 'alertname=~"A.*"'));
  expect(marks.map(({ name }) => name)).toEqual(['Tickets', 'Digest']);
  for (const { expr } of marks) expect(expr).toContain('alertname=~"A.*"');
});

it('marks a boot also where the steps are longer than it is marked', () => {
  expect(built(restartMarks(host)).at(-1)?.expr).toMatch(/ < 600 \+ \$__interval_ms \/ 1000$/);
});
