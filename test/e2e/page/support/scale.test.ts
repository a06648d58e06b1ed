import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkout } from '../../support/exporter.ts';
import { scaleRouting, scaleRules } from './scale.ts';

// Looked at in another way than it is made: as YAML and PromQL, not as text.

const factor = 60;
const folder = join(checkout, 'rules');
const files = readdirSync(folder).filter((name) => name.endsWith('.rules.yml'));
const routing = readFileSync(join(checkout, 'deploy/alertmanager/alertmanager.yml'), 'utf8');

/** A part of the file and whether it is a duration. */
interface Leaf {
  readonly path: string;
  readonly text: string;
  readonly seconds: number | undefined;
}

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

function secondsOf(text: string): number {
  const [, count, unit] = /^(\d+)(ms|s|m|h|d)$/.exec(text) ?? [];
  const size = units[unit ?? ''];
  if (count === undefined || size === undefined) throw new Error(`no duration: ${text}`);
  return Number(count) * size;
}

/** Every terminal of the expression; a duration, or a number of seconds that is made of hours, apart. */
function leavesOf(expr: string, path: string): Leaf[] {
  const leaves: Leaf[] = [];
  parser.parse(expr).iterate({
    enter: ({ node, name, from, to, type }) => {
      expect(type.isError, `${path}: ${expr}`).toBe(false);
      if (node.firstChild !== null) return;
      const text = expr.slice(from, to);
      const isHour = name.startsWith('NumberDuration') && (text === '3600' || text === String(3600 / factor));
      const isDuration = name.startsWith('NumberDuration') && /[a-z]$/.test(text);
      const seconds = isDuration ? secondsOf(text) : isHour ? Number(text) : undefined;
      leaves.push({ path: `${path} ${name}`, text, seconds });
    },
  });
  return leaves;
}

const timing = new Set(['interval', 'for', 'keep_firing_for', 'group_wait', 'group_interval', 'repeat_interval']);

function leavesIn(value: unknown, path: string): Leaf[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => leavesIn(inner, `${path}/${key}`));
  const text = String(value);
  const key = path.slice(path.lastIndexOf('/') + 1);
  if (timing.has(key)) return [{ path, text, seconds: secondsOf(text) }];
  if (key === 'expr') return leavesOf(text, path);
  // Queries in annotations stand in templates, which are no PromQL: their windows are what brackets hold.
  return text.split(/(?<=\[)(\d+[smh])(?=\])/).map((part, index) => ({
    path: `${path} ${index}`,
    text: part,
    seconds: index % 2 === 1 ? secondsOf(part) : undefined,
  }));
}

/** How many durations were divided; nothing else differs. */
function compare(before: string, after: string): number {
  const [old, scaled] = [before, after].map((text) => leavesIn(parse(text), ''));
  expect(scaled?.map(({ path }) => path)).toEqual(old?.map(({ path }) => path));
  const words = (leaves: readonly Leaf[] = []) =>
    leaves.map(({ text, seconds }) => (seconds === undefined ? text : ''));
  expect(words(scaled)).toEqual(words(old));
  const times = (leaves: readonly Leaf[] = []) => leaves.flatMap(({ seconds }) => seconds ?? []);
  expect(times(scaled)).toEqual(times(old).map((seconds) => seconds / factor));
  return times(scaled).length;
}

test('of rules every duration is divided and nothing else is changed', () => {
  const counts = files.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return compare(text, scaleRules(text, factor));
  });
  expect(Math.max(...counts)).toBeGreaterThan(100);
});

test('of routes the same', () => {
  expect(compare(routing, scaleRouting(routing, factor))).toBeGreaterThan(8);
});

test('what is no duration of a rule stays', () => {
  const text = 'expr: probe_seconds{a="5m"} > 5 # 1h\nfor: 90s\n';
  expect(scaleRules(text, factor)).toBe('expr: probe_seconds{a="5m"} > 5 # 1h\nfor: 1500ms\n');
});

test('a duration that does not divide is refused', () => {
  expect(() => scaleRules('for: 1s\n', 7)).toThrow('divides to whole ms');
});

test('the comparison notices a duration that was forgotten and a threshold that was changed', () => {
  const text = readFileSync(join(folder, 'docker-host.rules.yml'), 'utf8');
  const scaled = scaleRules(text, factor);
  expect(() => compare(text, scaled.replace('[30s]', '[30m]'))).toThrow('expected');
  expect(() => compare(text, scaled.replace('>= 0.95', '>= 0.5'))).toThrow('expected');
});
