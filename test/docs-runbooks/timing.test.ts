import { describe, expect, it } from 'vitest';
import { timingTable } from '../../scripts/docs/runbook-timing.ts';
import { alertNames, pageText, rules, sectionOf } from './pages.ts';

/** The table of a section, as it stands there. */
const tableOf = (text: string): string => /^\|.*(?:\n\|.*)*/m.exec(text)?.[0] ?? '';

describe.each(alertNames)('%s', (name) => {
  const timing = sectionOf(pageText(name), 'Timing');

  it('states the times of its rules', () => {
    expect(tableOf(timing)).toBe(timingTable(name, rules));
  });
  it('says when it resolves', () => {
    expect(timing).toMatch(/[Rr]esolves?\b/);
  });
});
