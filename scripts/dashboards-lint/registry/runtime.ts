import { DefaultMetrics } from '../../../src/exposition/default-metrics.ts';
import type { Labels, Registry } from '../../rules-lint/registry/series.ts';

/** `process_*` and `nodejs_*` of the exporter, which prom-client declares and not a collector. `target`: of each scrape. */
export async function runtimeRegistry(target: Labels): Promise<Registry> {
  const text = await new DefaultMetrics().render('text');
  const types = [...text.matchAll(/^# TYPE (\S+) (counter|gauge)$/gm)].map(([, name = '', type = '']) => {
    const labels = new Map([...target, ...ownLabels(text, name).map((label) => [label, 'free'] as const)]);
    return { name, type: type === 'counter' ? ('counter' as const) : ('gauge' as const), labels };
  });
  return new Map(types.map((series) => [series.name, series]));
}

/** The labels in the first sample of a metric. */
function ownLabels(text: string, metric: string): readonly string[] {
  const [, braces = ''] = new RegExp(`^${metric}\\{(.*)\\} `, 'm').exec(text) ?? [];
  return [...braces.matchAll(/([a-z_]\w*)="/g)].map(([, label = '']) => label);
}
