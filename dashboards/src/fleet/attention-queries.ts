/**
 * Which hosts need somebody, and queries that answer for these alone: a fleet of a thousand healthy hosts sends
 * nothing to the browser.
 */
import { fleet } from '../lib/queries.ts';
import { firingOnHosts } from './firing.ts';
import { onHost, perHost } from './joins.ts';

/** Residue, an alert that asks for somebody, an Engine that does not answer, or nothing known at all. */
const attention = perHost(
  'group',
  [
    `${fleet('instance:dockerhost_residue_signals:sum')} > 0`,
    firingOnHosts('critical', 'warning'),
    `${fleet('dockerhost_engine_probe_state', 'probe=~"list|info"', 'state="ok"')} == 0`,
    `${fleet('up')} == 0`,
  ].join(' or '),
);

/** What a query says of these hosts. */
export const ofThem = (expr: string): string => `(${expr}) and ${onHost()} ${attention}`;

/** The worst that a metric says of each of them. */
export const worstOf = (metric: string, ...matchers: readonly string[]): string =>
  ofThem(perHost('max', fleet(metric, ...matchers)));

/** How many alerts fire on each of them: 0 rather than an empty cell, because that was looked at. */
export const alertsOf = (severity: 'critical' | 'warning'): string =>
  `${perHost('count', firingOnHosts(severity))} or ${onHost()} 0 * ${attention}`;
