import { findingText } from '../../scripts/dashboards-lint/finding.ts';
import { type LintInput, lint } from '../../scripts/dashboards-lint/lint.ts';
import { exporterRegistry } from '../../scripts/rules-lint/registry/registry.ts';
import { alert, groupText, record } from '../rules-lint/rules.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A dashboard without fault, with a wrong one that is nearly the same and its one finding. */
export interface Row {
  readonly check: string;
  readonly title: string;
  readonly bad: Json;
  /** What follows the name of the check. */
  readonly finding: string;
  readonly good: Json;
  /** Other dashboards that are there. */
  readonly others?: readonly Json[];
  /** What else is found in both, where one fault does not come without another. */
  readonly besides?: readonly string[];
  /** What else is found in the wrong one, where one fault is two. */
  readonly besidesBad?: readonly string[];
}

export const datasource = { type: 'prometheus', uid: '${datasource}' };
export const everywhere = 'cluster=~"$cluster",job=~"$job",instance=~"$instance"';
export const threads = `dockerhost_threads{${everywhere}}`;

/** A variable that lists a label, with All. */
export const labelVariable = (name: string, query: string, given: Json = {}): Json => ({
  type: 'query',
  name,
  label: name,
  query,
  datasource,
  refresh: 2,
  multi: true,
  includeAll: true,
  allValue: '.+',
  ...given,
});

export const variables = {
  datasource: { type: 'datasource', name: 'datasource', label: 'Data source', query: 'prometheus' },
  cluster: labelVariable('cluster', 'label_values(up, cluster)', { allValue: '.*' }),
  job: labelVariable('job', 'label_values(up{cluster=~"$cluster"}, job)'),
  instance: labelVariable('instance', 'label_values(up{cluster=~"$cluster",job=~"$job"}, instance)'),
} as const;

export const target = (expr: string, given: Json = {}): Json => ({ refId: 'A', datasource, expr, ...given });

/** A graph at the upper left, with what is given. */
export const panel = (given: Json = {}): Json => ({
  id: 1,
  type: 'timeseries',
  title: 'P',
  description: 'Few are normal.',
  datasource,
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  fieldConfig: { defaults: { unit: 'short' }, overrides: [] },
  targets: [target(threads)],
  ...given,
});

/** A graph of one query. */
export const asking = (expr: string): Json => board({ panels: [panel({ targets: [target(expr)] })] });

/** A dashboard with one panel and all variables, with what is given. */
export const board = (given: Json = {}): Json => ({
  uid: 'dockerhost-b',
  title: 'B',
  description: 'Of $instance', // so that it is used where no query does
  editable: false,
  templating: { list: Object.values(variables) },
  panels: [panel()],
  ...given,
});

/** Dashboards with other variables than the usual ones. */
export const having = (list: Partial<Record<keyof typeof variables | 'more', Json>>, given: Json = {}): Json =>
  board({ templating: { list: Object.values({ ...variables, ...list }) }, ...given });

const labels = (severity: string) => ({ labels: { severity } });
const rules = groupText([
  record('instance:dockerhost_threads:min5m', 'min_over_time(dockerhost_threads[5m])'),
  record('cluster:dockerhost_threads:sum', 'sum by (cluster) (dockerhost_threads)'),
  alert('dockerhost_threads >= 200 and dockerhost_ghost_containers >= 3'),
  alert('dockerhost_threads >= 2 * 1000', labels('critical')),
  { ...alert('cluster:dockerhost_threads:sum > 9', labels('info')), alert: 'Fleet' },
  { ...alert('dockerhost_daemon_up == 0'), alert: 'State' },
  { ...alert('predict_linear(dockerhost_threads[6h], 24 * 3600) > dockerhost_process_limit'), alert: 'Ahead' },
]);

const registry = exporterRegistry();

/** What the linter finds in some dashboards, the first of which is `b.json`, as `check: panel: wrong; expected what`. */
export function findingsIn(boards: readonly Json[], given: Partial<LintInput> = {}): readonly string[] {
  const findings = lint({
    files: boards.map((each, index) => ({ path: `${'bcdef'[index]}.json`, text: JSON.stringify(each) })),
    rules: [{ path: 'r.yml', text: rules }],
    registry,
    runbooks: ['A.md', 'Fleet.md', 'State.md', 'Ahead.md'],
    reasons: { path: 'reasons.yml', text: '' },
    ...given,
  });
  return findings.map((finding) => findingText(finding).replace(/^b\.json: /, ''));
}
