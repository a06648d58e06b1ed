import { describe, expect, it } from 'vitest';
import { durationOf, secondsOf } from './promql-duration.ts';
import { windowSeconds } from './promql-window.ts';
import { rulesOf } from './rule-files.ts';
import { timingTable } from './runbook-timing.ts';

describe('durations', () => {
  it.each([
    ['0s', 0],
    ['90s', 90],
    ['1h30m', 5400],
    ['1d', 86_400],
    ['1w', 604_800],
  ])('%s is %d seconds', (text, seconds) => expect(secondsOf(text)).toBe(seconds));
  it.each(['', '5', 'm', '5x', '1h 30m', '-5m'])('%j is none', (text) => {
    expect(() => secondsOf(text)).toThrow('expected a duration such as 1h30m');
  });
  it.each([
    [0, ''],
    [60, '1m'],
    [4500, '1h15m'],
    [25_200, '7h'],
    [86_461, '1d1m1s'],
  ])('%d seconds are %j', (seconds, text) => expect(durationOf(seconds)).toBe(text));
});

describe('the window of an expression', () => {
  const records = [
    { record: 'a:sum', expr: 'sum(a)' },
    { record: 'a:min30m', expr: 'min_over_time(a:sum[30m])' },
    { record: 'two', expr: 'min_over_time(b[1m])' },
    { record: 'two', expr: 'min_over_time(b[7m])' },
    { record: 'above', expr: 'two > 0' },
  ];
  it.each([
    ['up == 0', 0],
    ['min_over_time(a[5m]) > 1 and max_over_time(b[10m]) == 0', 600],
    ['predict_linear(a[6h], 24 * 3600) > b', 21_600],
    ['a:min30m - a:min30m offset 6h > 20', 1800],
    ['above == 1', 420],
    ['max_over_time(a:min30m[15m]) > 0', 2700],
    ['max_over_time(rate(a[5m])[1h:1m]) > 0', 3900],
    ['last_over_time(a[15m]) > 0 or last_over_time(a[5m] offset 1h)', 0],
    ['min_over_time(a{x="[1h]"}[5m]) > 0', 300],
  ])('%s: %d', (expr, seconds) => expect(windowSeconds(expr, records)).toBe(seconds));
  it('is none of what cannot be parsed', () => {
    expect(() => windowSeconds('a > > b', records)).toThrow('no PromQL at 4: a > > b');
  });
});

const file = `
groups:
  - name: g
    rules:
      - { record: 'a:min1h', expr: 'min_over_time(a[1h])' }
      - alert: A
        expr: a:min1h > 1
        for: 15m
        labels: { severity: warning }
        annotations: { summary: Much. }
      - { alert: A, expr: 'a > 9', keep_firing_for: 5m, labels: { severity: critical }, annotations: { summary: Most. } }
`;

it('has a row for each severity of an alert', () => {
  expect(timingTable('A', rulesOf(file)).split('\n').slice(2)).toEqual([
    '| warning | 1h | 15m | 1h15m | - |',
    '| critical | - | - | - | 5m |',
  ]);
});

it('says which alert has no summary', () => {
  expect(() => rulesOf(file.replace('{ summary: Much. }', '{}'))).toThrow('alert A: expected the label severity and');
});
