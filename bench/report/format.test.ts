import { describe, expect, it } from 'vitest';
import { atMost, goalTable, milliseconds, rounded, spreadText, table } from './format.ts';

describe('rounded', () => {
  it.each([
    [0, '0'],
    [0.0123, '0.0123'],
    [0.4333, '0.433'],
    [4.567, '4.57'],
    [45.67, '45.7'],
    [456.7, '457'],
    [1234.5, '1,235'],
    [-4, '-4.00'],
  ])('%d is %s', (value, text) => expect(rounded(value)).toBe(text));
});

describe('spreadText', () => {
  it('names least and greatest', () =>
    expect(spreadText({ median: 0.002, min: 0.001, max: 0.003 }, milliseconds)).toBe('2.00 (1.00 to 3.00)'));
  it('is short for a single value', () => expect(spreadText({ median: 2, min: 2, max: 2 })).toBe('2.00'));
});

describe('goalTable', () => {
  it('tells met, missed and not measured apart', () => {
    const lines = goalTable([atMost('a', 2, 1), atMost('b', 2, 3), atMost('c', 2, undefined)]).split('\n');
    expect(lines.slice(2)).toEqual(['| a | 1.00 | yes |', '| b | 3.00 | **no** |', '| c | not measured | — |']);
  });
});

describe('table', () => {
  it('is Markdown', () => expect(table(['x', 'y'], [['1', '2']])).toBe('| x | y |\n| --- | ---: |\n| 1 | 2 |'));
});
