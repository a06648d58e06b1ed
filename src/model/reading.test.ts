import { describe, expect, it } from 'vitest';
import { rowOfPid } from './processes.ts';
import { absent, andThen, denied, isComplete, malformed, ok, okValue, problemOf, timedOut } from './reading.ts';

describe('readings', () => {
  it.each([
    [ok(0), 0, true, undefined],
    [ok(0, ['a: EACCES', 'b: EIO']), 0, false, 'a: EACCES; b: EIO'],
    [absent('not here'), undefined, true, undefined],
    [denied('EACCES'), undefined, false, 'denied: EACCES'],
    [malformed('rubbish'), undefined, false, 'malformed: rubbish'],
    [timedOut('late'), undefined, false, 'timeout: late'],
  ])('%j', (reading, value, complete, problem) => {
    expect([okValue(reading), isComplete(reading), problemOf(reading)]).toEqual([value, complete, problem]);
    const next = andThen(reading, (number) => ok(number + 1));
    expect(next).toEqual(reading.kind === 'ok' ? ok(1) : reading);
  });

  it('names twenty of the parts that were missed and counts the rest', () => {
    const parts = (count: number): string[] => Array.from({ length: count }, (_, index) => `part ${index}`);
    expect(ok(1, parts(20)).missed).toHaveLength(20);
    expect(ok(1, parts(25)).missed).toEqual([...parts(20), '5 more']);
    expect(ok(1, [])).toEqual({ kind: 'ok', value: 1 });
  });
});

it('finds the row of a pid, and none of one that is not there', () => {
  for (const count of [0, 1, 2, 7, 8]) {
    const pid = Int32Array.from({ length: count + 3 }, (_, row) => (row < count ? row * 10 + 5 : 1));
    for (let row = 0; row < count; row += 1) expect(rowOfPid({ pid, count }, row * 10 + 5)).toBe(row);
    for (const missing of [0, 1, 6, 1000]) expect(rowOfPid({ pid, count }, missing)).toBeUndefined();
  }
});
