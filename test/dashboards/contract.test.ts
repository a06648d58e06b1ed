import { describe, expect, it } from 'vitest';
import { exporterRegistry } from '../../scripts/rules-lint/registry/registry.ts';
import { unusedMetrics } from './support/allowed.ts';
import { metricsOfQueries, metricsOfRules } from './support/metrics.ts';
import { queriesOf } from './support/queries.ts';
import { committedDashboards } from './support/read.ts';

const declared = [...exporterRegistry().keys()].filter((name) => name.startsWith('dockerhost_'));
const used = new Set([...metricsOfRules(), ...metricsOfQueries(committedDashboards().flatMap(queriesOf))]);
const excepted = unusedMetrics.map(({ metric }) => metric);

describe('a metric of the exporter', () => {
  it.each(declared)('%s is used by a rule or a dashboard, or is listed with a reason', (metric) => {
    expect(used.has(metric) || excepted.includes(metric)).toBe(true);
  });
});

describe('unused-metrics.yml', () => {
  it('names only metrics that there are, that nothing uses, each once and with a reason', () => {
    const bad = unusedMetrics.filter(
      ({ metric, reason }) => !declared.includes(metric) || used.has(metric) || !/\w+ \w+/.test(reason ?? ''),
    );
    expect(bad).toEqual([]);
    expect(new Set(excepted).size).toBe(excepted.length);
  });
});
