import { describe, expect, it } from 'vitest';
import { parseExpr } from '../../scripts/rules-lint/promql/parse.ts';
import { labelsOf } from '../../scripts/rules-lint/registry/labels-of.ts';
import { alternativesOf, matchedValues } from '../../scripts/rules-lint/registry/matched-values.ts';
import { exporterRegistry } from '../../scripts/rules-lint/registry/registry.ts';
import { isRatio, neverZero, spansWindow } from '../../scripts/rules-lint/registry/traits.ts';

const registry = exporterRegistry();

function exprOf(text: string) {
  const parsed = parseExpr(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.expr;
}

/** The labels beside those of the target; a label of which only one value is left with it. */
function labels(text: string): string {
  const found = labelsOf(exprOf(text), registry);
  if (found === undefined) return 'scalar';
  const target = ['cluster', 'job', 'instance'].filter((label) => found.has(label)).length;
  const others = [...found].filter(([label]) => !['cluster', 'job', 'instance'].includes(label));
  const texts = others.map(([label, values]) => (values.length === 1 ? `${label}=${values[0]}` : label));
  return [`${target} of 3`, ...texts.sort()].join(', ');
}

describe('labelsOf', () => {
  it.each([
    ['dockerhost_daemon_max_fds', '3 of 3, daemon, limit'],
    ['dockerhost_daemon_max_fds{limit="soft",daemon!="containerd"}', '3 of 3, daemon=dockerd, limit=soft'],
    ['sum(dockerhost_daemon_fds)', '0 of 3'],
    ['sum by (instance, daemon) (dockerhost_daemon_fds)', '1 of 3, daemon'],
    ['sum without (target) (rate(dockerhost_daemon_fds[5m] offset 1h))', '3 of 3, daemon'],
    ['topk(1, dockerhost_daemon_fds)', '3 of 3, daemon, target'],
    ['count_values("count", dockerhost_threads)', '0 of 3, count'],
    ['time()', 'scalar'],
    ['time() - dockerhost_boot_time_seconds', '3 of 3'],
    ['vector(1)', '0 of 3'],
    ['absent(up{job="docker-host",instance=~".+"})', '1 of 3'],
    ['label_replace(dockerhost_threads, "host", "$1", "instance", "(.*)")', '3 of 3, host'],
    ['dockerhost_daemon_open_fds / ignoring (limit) dockerhost_daemon_max_fds', '3 of 3, daemon'],
    ['dockerhost_daemon_open_fds / on (instance, daemon) dockerhost_daemon_open_fds', '1 of 3, daemon'],
    ['dockerhost_daemon_open_fds and on (instance) dockerhost_threads', '3 of 3, daemon'],
    ['dockerhost_daemon_open_fds or dockerhost_threads', '3 of 3'],
    [
      'dockerhost_daemon_fds / ignoring (target, limit) group_left (limit) dockerhost_daemon_max_fds',
      '3 of 3, daemon, limit, target',
    ],
    ['dockerhost_threads * ignoring (daemon) group_right dockerhost_daemon_up', '3 of 3, daemon'],
  ])('%s', (text, expected) => {
    expect(labels(text)).toBe(expected);
  });
});

it('lets through what a matcher matches, of the whole value', () => {
  const values = ['', 'ok', 'okay', 'no'];
  const matched = (operator: '=' | '!=' | '=~' | '!~', value: string) =>
    matchedValues(values, { from: 0, label: 'x', operator, value });
  expect(matched('=', 'ok')).toEqual(['ok']);
  expect(matched('!=', 'ok')).toEqual(['', 'okay', 'no']);
  expect(matched('=~', 'ok|n.')).toEqual(['ok', 'no']);
  expect(matched('!~', 'ok.*')).toEqual(['', 'no']);
  expect(matched('=~', '.+')).toEqual(['ok', 'okay', 'no']);
  expect(matchedValues('free', { from: 0, label: 'x', operator: '=~', value: 'a' })).toBe('free');
});

it('takes a pattern apart outside of brackets only', () => {
  expect(alternativesOf('a|b(c|d)|[|]e|f\\|g|')).toEqual(['a', 'b(c|d)', '[|]e', 'f\\|g', '']);
});

it.each([
  ['up > 0', true],
  ['up >= 0', false],
  ['up >= 1', true],
  ['up != 0', true],
  ['up != 1', false],
  ['up > bool 0', false],
  ['up < 5', false],
  ['count(up)', true],
  ['sum(up)', false],
  ['2 * (up > 0)', true],
  ['0', false],
])('a divisor of %s: never 0 is %s', (text, expected) => {
  expect(neverZero(exprOf(text), registry)).toBe(expected);
});

it.each([
  ['up / 2', true],
  ['up / 2 > 1 and up', true],
  ['max without (job) (min_over_time(dockerhost_daemon_busiest_thread_cpu_ratio[5m])) > 1', true],
  ['up > 1 and up / 2', false],
  ['up / 2 * 3', false],
])('the value of %s: a ratio is %s', (text, expected) => {
  expect(isRatio(exprOf(text), registry)).toBe(expected);
});

it('sees a window anywhere in an expression', () => {
  expect(spansWindow(exprOf('1 + max_over_time(up[5m])'), registry)).toBe(true);
  expect(spansWindow(exprOf('up offset 1h'), registry)).toBe(false);
});
