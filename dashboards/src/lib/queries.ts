/**
 * PromQL for panels. Every selector carries the variables, so that nothing of another job is ever shown.
 *
 * Use: `host('dockerhost_daemon_up', 'daemon="dockerd"')` on a dashboard of one host, `fleet(...)` on one of all,
 * `clusters(...)` for series that have no label but `cluster`. A panel takes `range(expr, legend)` for a line,
 * `now(expr, legend)` for a stat, `rows(expr)` for a table.
 */
type Selector = (metric: string, ...matchers: readonly string[]) => string;

const selector =
  (...always: readonly string[]): Selector =>
  (metric, ...matchers) =>
    `${metric}{${[...always, ...matchers].join(', ')}}`;

/** `cluster` may be missing everywhere: All is `.*`, which an absent label matches. */
const cluster = 'cluster=~"$cluster"';
const job = 'job=~"$job"';

export const host = selector(cluster, job, 'instance="$instance"');
export const fleet = selector(cluster, job);
export const clusters = selector(cluster);

/** How a line is drawn that is not a measurement of its own. */
export type LineRole = 'limit' | 'floor' | 'projection';

export interface Query {
  readonly expr: string;
  /** `{{label}}` stands for the value of a label. */
  readonly legend: string;
  readonly shape: 'range' | 'instant' | 'table';
  readonly role?: LineRole;
}

export const range = (expr: string, legend: string, role?: LineRole): Query => ({
  expr,
  legend,
  shape: 'range',
  ...(role && { role }),
});

export const now = (expr: string, legend: string): Query => ({ expr, legend, shape: 'instant' });

/** A row for each series: its labels are fields, and the value is `Value`, or `Value #A` where there are several. */
export const rows = (expr: string): Query => ({ expr, legend: '', shape: 'table' });
