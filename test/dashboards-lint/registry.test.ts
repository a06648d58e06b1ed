import { expect, it } from 'vitest';
import { alertsOf } from '../../scripts/dashboards-lint/registry/alerts.ts';
import { registryWith } from '../../scripts/dashboards-lint/registry/registry.ts';
import { runtimeRegistry } from '../../scripts/dashboards-lint/registry/runtime.ts';
import { exporterRegistry } from '../../scripts/rules-lint/registry/registry.ts';
import { readRules } from '../../scripts/rules-lint/rules/read.ts';
import { alert, groupText, record } from '../rules-lint/rules.ts';

const rulesOf = (...rules: Parameters<typeof groupText>[0]) => readRules([{ path: 'r', text: groupText(rules) }]).rules;
const scraped = exporterRegistry();

const numbersOf = (expr: string) => {
  const rules = rulesOf(alert(expr));
  const [first] = alertsOf(rules, registryWith(scraped, rules)).get('A') ?? [];
  return { limit: first?.limit, all: first?.all };
};

it('takes the number with which the value of an alert is compared', () => {
  expect(numbersOf('dockerhost_threads > 5')).toEqual({ limit: 5, all: [5] });
  expect(numbersOf('dockerhost_threads > 7 * 24 * 3600')).toEqual({ limit: 604_800, all: [604_800] });
  expect(numbersOf('dockerhost_threads >= 5 and dockerhost_cpus < 3')).toEqual({ limit: 5, all: [5, 3] });
  expect(numbersOf('dockerhost_threads / (dockerhost_cpus > 0) > 2')).toEqual({ limit: 2, all: [2] });
  expect(numbersOf('(dockerhost_threads > 3 or dockerhost_threads > 2) unless dockerhost_cpus == 1')).toEqual({
    limit: 3,
    all: expect.arrayContaining([3, 2, 1]),
  });
});

it('takes none where an alert goes by a state, or compares with a series', () => {
  expect(numbersOf('dockerhost_daemon_up == 0')).toEqual({ limit: undefined, all: [0] });
  expect(numbersOf('absent(dockerhost_threads)')).toEqual({ limit: undefined, all: [] });
  expect(numbersOf('predict_linear(dockerhost_threads[6h], 3600) > dockerhost_process_limit')).toEqual({
    limit: undefined,
    all: [3600],
  });
});

it('knows alerts as series, with the labels that any of them has', () => {
  const rules = rulesOf(alert('dockerhost_daemon_up == 0'), { ...alert('vector(1)'), alert: 'B' });
  const labels = registryWith(scraped, rules).get('ALERTS')?.labels;
  expect([...(labels?.keys() ?? [])].sort()).toEqual(
    ['alertname', 'alertstate', 'cluster', 'component', 'daemon', 'instance', 'job', 'severity'].sort(),
  );
  expect(labels?.get('alertname')).toEqual(['A', 'B']);
  expect(alertsOf(rules, scraped).get('B')?.[0]?.labels).toEqual(new Set(['severity', 'component']));
});

it('knows what the rules record', () => {
  const rules = rulesOf(record('instance:dockerhost_threads:min5m', 'min_over_time(dockerhost_threads[5m])'));
  expect(registryWith(scraped, rules).get('instance:dockerhost_threads:min5m')?.type).toBe('recorded');
});

it('knows the metrics of the runtime, by type and label', async () => {
  const runtime = await runtimeRegistry(new Map([['instance', 'free']]));
  expect(runtime.get('process_cpu_seconds_total')?.type).toBe('counter');
  expect(runtime.get('process_resident_memory_bytes')?.type).toBe('gauge');
  expect([...(runtime.get('nodejs_version_info')?.labels.keys() ?? [])]).toEqual([
    ...['instance', 'version', 'major', 'minor', 'patch'],
  ]);
  expect(runtime.has('nodejs_gc_duration_seconds')).toBe(false);
});
