import { collectors } from '../../../src/collectors/index.ts';
import { ownMetrics } from '../../../src/exposition/own-metrics.ts';
import type { LabelValues, MetricSpec } from '../../../src/model/sample.ts';
import type { Labels, Registry, Series } from './series.ts';

/** The job that the rules on `up` and `scrape_*` expect. */
export const jobName = 'docker-host';

/** What Prometheus adds to everything it scrapes. `cluster` comes from its own configuration. */
const targetLabels: Readonly<Record<string, LabelValues>> = { cluster: 'free', job: [jobName], instance: 'free' };

/** Made by Prometheus of each scrape, without labels of their own. */
const scrapeMetrics = [
  'up',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'scrape_samples_post_metric_relabeling',
  'scrape_series_added',
];

/** Every metric of the exporter and of its scrapes. */
export function exporterRegistry(): Registry {
  const specs = [...collectors.flatMap(({ metrics }) => metrics), ...ownMetrics];
  const series = [...specs.map(seriesOf), ...scrapeMetrics.map(scrapeSeries)];
  return new Map(series.map((each) => [each.name, each]));
}

const scrapeSeries = (name: string): Series => ({ name, type: 'gauge', labels: withTarget({}) });

function seriesOf({ name, type, labels = {} }: MetricSpec): Series {
  const known =
    'collector' in labels ? { ...labels, collector: collectors.map((collector) => collector.name) } : labels;
  return {
    name,
    type,
    labels: withTarget(known),
    ...('state' in labels ? { states: name.endsWith('_state') ? 'set' : 'counts' } : {}),
    ...(name.endsWith('_ratio') ? { isRatio: true } : {}),
  };
}

const withTarget = (labels: Readonly<Record<string, LabelValues>>): Labels =>
  new Map(Object.entries({ ...targetLabels, ...labels }));
