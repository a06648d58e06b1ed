import { describe, expect, it } from 'vitest';
import { bodyOf, composeReport } from './document.ts';

const order = [
  ['passes', 'Passes'],
  ['memory', 'Memory'],
] as const;
const part = (id: 'passes' | 'memory', markdown: string) => ({ id, title: id, markdown });

describe('composeReport', () => {
  it('says of a part that it was not measured', () => {
    const report = composeReport('', [part('passes', 'eleven')], order);
    expect(bodyOf(report, 'passes')).toBe('eleven');
    expect(bodyOf(report, 'memory')).toBe('Not measured yet.');
  });

  it('replaces the parts of this run and keeps the others', () => {
    const first = composeReport('', [part('passes', 'twelve'), part('memory', 'kept')], order);
    const second = composeReport(first, [part('passes', 'eleven')], order);
    expect(bodyOf(second, 'passes')).toBe('eleven');
    expect(bodyOf(second, 'memory')).toBe('kept');
    expect(second).not.toContain('twelve');
  });

  it('does not grow when it is written again', () => {
    const first = composeReport('', [part('memory', 'kept')], order);
    expect(composeReport(first, [], order)).toBe(first.replace('## memory', '## Memory'));
  });
});
