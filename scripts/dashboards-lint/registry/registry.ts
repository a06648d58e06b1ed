import type { LabelValues } from '../../../src/model/sample.ts';
import { ruleLabels, withRecorded } from '../../rules-lint/registry/recorded.ts';
import { type Labels, mergeValues, type Registry, type Series } from '../../rules-lint/registry/series.ts';
import type { Rule } from '../../rules-lint/rules/model.ts';

/** Everything that a dashboard may ask for: what is scraped, what the rules record, and the alerts themselves. */
export function registryWith(scraped: Registry, rules: readonly Rule[]): Registry {
  const registry = rules.reduce(withRecorded, scraped);
  const labels = alertLabels(
    rules
      .filter(({ kind }) => kind === 'alert')
      .map((rule) => new Map([...ruleLabels(rule, registry), ['alertname', [rule.name]]])),
  );
  const states = ['alertstate', ['pending', 'firing']] as const;
  const series: readonly Series[] = [
    { name: 'ALERTS', type: 'recorded', labels: new Map([...labels, states]) },
    { name: 'ALERTS_FOR_STATE', type: 'recorded', labels },
  ];
  return new Map([...registry, ...series.map((each) => [each.name, each] as const)]);
}

/** Whether a metric is one that Prometheus makes of alerts: its series have the labels that their alert has. */
export const isOfAlerts = (metric: string): boolean => metric === 'ALERTS' || metric === 'ALERTS_FOR_STATE';

/** The labels of any alert. One that some alerts have not may be asked for as empty, too. */
function alertLabels(alerts: readonly Labels[]): Labels {
  const labels = new Map<string, LabelValues>();
  for (const name of new Set(alerts.flatMap((alert) => [...alert.keys()]))) {
    labels.set(name, alerts.map((alert) => alert.get(name) ?? ['']).reduce(mergeValues));
  }
  return labels;
}
