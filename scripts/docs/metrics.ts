import type { Collector, LabelValues, MetricSpec } from '../../src/model/sample.ts';
import { code, page, table } from './markdown.ts';

const introduction = `What could not be looked at has no sample; what was looked at and is empty is 0. \`info\` is a gauge whose value is
always 1. The values of a label are those that are listed; free text is for what only the host can name.`;

const ownIntroduction = `Made by the exporter about its own work, whichever collectors are switched on. Those of prom-client, \`process_*\` and
\`nodejs_*\`, come on top unless \`--web.disable-exporter-metrics\` is given.`;

/** docs/metrics.md: every metric under the collector that makes it, then those of the exporter itself. */
export function metricsPage(collectors: readonly Collector[], ownMetrics: readonly MetricSpec[]): string {
  return page([
    '# Metrics',
    introduction,
    ...collectors.flatMap((collector) => [
      `## ${code(collector.name)}`,
      collector.summary,
      metricTable(collector.metrics),
    ]),
    '## The exporter itself',
    ownIntroduction,
    metricTable(ownMetrics),
  ]);
}

const metricTable = (metrics: readonly MetricSpec[]): string =>
  table(
    ['Metric', 'Type', 'Labels', 'Meaning'],
    metrics.map(({ name, type, labels = {}, help }) => [code(name), type, labelText(labels), help]),
  );

const labelText = (labels: Readonly<Record<string, LabelValues>>): string =>
  Object.entries(labels)
    .map(([label, values]) => `${code(label)}: ${valuesText(values)}`)
    .join('; ');

const valuesText = (values: LabelValues): string =>
  values === 'free' ? 'free text' : values.map((value) => (value === '' ? 'empty' : code(value))).join(', ');
