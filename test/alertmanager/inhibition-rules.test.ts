import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { delaySeconds } from '../../scripts/docs/runbook-timing.ts';
import { hostAlerts, onHost, rules } from './support/alerts.ts';
import { alertNamesIn, config, type InhibitRule, type Labels, matchesAll, root } from './support/config.ts';

const numbered = config.inhibit_rules.map((rule, index) => ({ number: index + 1, rule }));
const sent: readonly Labels[] = hostAlerts.map((alert) => onHost(alert, { instance: 'docker-7:10063', cluster: 'eu' }));
const nameOf = (labels: Labels) => `${labels['alertname']} ${labels['severity']}`;
const isAnyInstance = (matcher: string) => matcher === 'instance=~".+"';

interface Pair {
  readonly source: Labels;
  readonly target: Labels;
}

/** What mutes what on one host on which every alert fires. */
function pairsOf({ source_matchers, target_matchers, equal }: InhibitRule): readonly Pair[] {
  const sources = sent.filter((labels) => matchesAll(source_matchers, labels));
  const targets = sent.filter((labels) => matchesAll(target_matchers, labels));
  const pairs = sources.flatMap((source) => targets.map((target) => ({ source, target })));
  return pairs.filter(({ source, target }) => equal.every((label) => (source[label] ?? '') === (target[label] ?? '')));
}

/** Seconds from the fault to the alert. */
function delayOf(labels: Labels): number {
  const rule = rules.alerts.find((each) => nameOf(labels) === `${each.alert} ${each.severity}`);
  if (rule === undefined) throw new Error(`no rule for ${nameOf(labels)}`);
  return delaySeconds(rule, rules.records);
}

test('there are rules', () => {
  expect(numbered.length).toBeGreaterThan(0);
});

describe.each(numbered)('inhibition $number', ({ number, rule }) => {
  const { source_matchers, target_matchers, equal } = rule;
  const pairs = pairsOf(rule);

  test('mutes something, on the same host only', () => {
    expect(equal).toEqual(expect.arrayContaining(['cluster', 'instance']));
    expect(pairs.length).toBeGreaterThan(0);
  });

  test('demands an instance on both sides', () => {
    expect(source_matchers.filter(isAnyInstance)).toHaveLength(1);
    expect(target_matchers.filter(isAnyInstance)).toHaveLength(1);
  });

  test('has no alert on both sides', () => {
    const both = sent.filter((labels) => matchesAll(source_matchers, labels) && matchesAll(target_matchers, labels));
    expect(both.map(nameOf)).toEqual([]);
  });

  test('mutes a page by a page only', () => {
    const wrong = pairs.filter(
      ({ source, target }) => target['severity'] === 'critical' && source['severity'] !== 'critical',
    );
    expect(wrong).toEqual([]);
  });

  test('has sources that come no later than what they mute, unless they replace it', () => {
    const late = pairs.filter(({ source, target }) => delayOf(source) > delayOf(target));
    const names = new Set(late.map(({ source }) => source['alertname']));
    names.delete('DockerHostNeedsRecycle');
    expect([...names], late.map(({ source, target }) => `${nameOf(source)} > ${nameOf(target)}`).join()).toEqual([]);
  });

  test('is in the table of the docs', () => {
    const page = readFileSync(join(root, 'docs/alertmanager.md'), 'utf8');
    const [row = ''] = page.split('\n').filter((line) => line.startsWith(`| ${number} |`));
    const [, , source = '', target = '', same = ''] = row.split('|');
    const namesIn = (cell: string) => cell.match(/Docker\w+/g) ?? [];
    expect(namesIn(source)).toEqual(alertNamesIn(source_matchers));
    expect(namesIn(target)).toEqual(alertNamesIn(target_matchers));
    const labels = equal.filter((label) => label !== 'cluster' && label !== 'instance');
    expect(same.match(/\w+/g) ?? []).toEqual(labels);
  });
});
