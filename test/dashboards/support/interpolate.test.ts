import { expect, it } from 'vitest';
import { interpolate } from './interpolate.ts';

const multi = new Set(['cluster', 'instance']);

it.each([
  ['x{a=~"$cluster"}', { cluster: { raw: '.*' } }, 'x{a=~".*"}'],
  ['x{a=~"$cluster"}', { cluster: ['ci'] }, 'x{a=~"ci"}'],
  [`x{a=~"\${cluster}"}`, { cluster: ['ci', 'web'] }, 'x{a=~"(ci|web)"}'],
  ['x{a=~"[[instance]]"}', { instance: ['a.b:1'] }, 'x{a=~"a\\\\.b:1"}'],
  ['x{a=~"$instance"}', { instance: ['a+b'] }, 'x{a=~"a\\\\+b"}'],
  ['x{a="$host"}', { host: ['a.b:1'] }, 'x{a="a.b:1"}'],
  ['x{a="$host"}', { host: ['say "hi"'] }, 'x{a="say \\"hi\\""}'],
  ['label_replace(x, "a", "$1", "b", "(.+)")', {}, 'label_replace(x, "a", "$1", "b", "(.+)")'],
  ['x[$__rate_interval]', { __rate_interval: { raw: '240s' } }, 'x[240s]'],
] as const)('%s with %j', (query, values, expected) => {
  expect(interpolate(query, values, multi)).toBe(expected);
});

it.each([
  ['x{a="$nobody"}', 'expected a variable of the dashboard, got $nobody'],
  [`x{a="\${cluster:csv}"}`, `expected no format, got \${cluster:csv}`],
] as const)('%s is refused', (query, message) => {
  expect(() => interpolate(query, { cluster: ['ci'] }, multi)).toThrow(message);
});
