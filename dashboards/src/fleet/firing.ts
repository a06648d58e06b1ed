/** Alerts that fire, from the series that Prometheus writes of them. */
import { clusters, fleet } from '../lib/queries.ts';
import type { Selector } from './joins.ts';

export type Severity = 'critical' | 'warning' | 'info';

const always = (severities: readonly Severity[]): readonly string[] => [
  'component="docker-host"',
  'alertstate="firing"',
  severities.length === 1 ? `severity="${severities[0]}"` : `severity=~"${severities.join('|')}"`,
];

/** Alerts of a whole fleet have no job, and fit whatever was chosen. */
export const withoutJobToo: Selector = (metric, ...matchers) => clusters(metric, 'job=~"$job|"', ...matchers);

export const firing = (...severities: readonly Severity[]): string => withoutJobToo('ALERTS', ...always(severities));

/** Those that name a host. */
export const firingOnHosts = (...severities: readonly Severity[]): string =>
  fleet('ALERTS', 'instance!=""', ...always(severities));

/** There as soon as the rules are evaluated, whatever fires: without them nothing does, which is no good sign. */
export const evaluatedRules = clusters('cluster:dockerhost_hosts:count');
