import { Counter, Gauge, Registry, type RegistryContentType } from 'prom-client';
import type { MetricSpec, Sample } from '../model/sample.ts';

/** The two formats of a Prometheus exposition, by their content type. */
export const contentTypes = {
  text: Registry.PROMETHEUS_CONTENT_TYPE,
  openMetrics: Registry.OPENMETRICS_CONTENT_TYPE,
} as const;
export type Format = keyof typeof contentTypes;

/**
 * Turns samples into text with a registry made for this one scrape, so that no label value outlives the
 * thing it named. A metric without a sample is left out, HELP and TYPE too.
 *
 * @throws Error for a sample of a metric or with a label that was not declared
 */
export async function render(
  specs: readonly MetricSpec[],
  samples: readonly Sample[],
  format: Format,
): Promise<string> {
  const registry = new Registry<RegistryContentType>();
  registry.setContentType(contentTypes[format]);
  const byMetric = groupByMetric(samples);
  for (const spec of specs) {
    const own = byMetric.get(spec.name);
    if (own !== undefined) register(registry, spec, own);
    byMetric.delete(spec.name);
  }
  const [undeclared] = byMetric.keys();
  if (undeclared !== undefined) throw new Error(`a sample of ${undeclared}, which no collector declares`);
  return registry.metrics();
}

function groupByMetric(samples: readonly Sample[]): Map<string, Sample[]> {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const group = groups.get(sample.metric);
    if (group === undefined) groups.set(sample.metric, [sample]);
    else group.push(sample);
  }
  return groups;
}

function register(registry: Registry<RegistryContentType>, spec: MetricSpec, samples: readonly Sample[]): void {
  const options = {
    name: spec.name,
    help: spec.help,
    labelNames: Object.keys(spec.labels ?? {}),
    registers: [registry as Registry],
  };
  if (spec.type === 'counter') {
    const counter = new Counter(options);
    for (const { labels, value } of samples) counter.inc({ ...labels }, value);
  } else {
    const gauge = new Gauge(options);
    for (const { labels, value } of samples) gauge.set({ ...labels }, value);
  }
}
