import type { Registry } from '../rules-lint/registry/series.ts';
import type { RuleFile } from '../rules-lint/rules/model.ts';
import { readRules } from '../rules-lint/rules/read.ts';
import type { Check, DashboardContext, Problem } from './checks/check.ts';
import { checks } from './checks/index.ts';
import type { Finding } from './finding.ts';
import type { Dashboard, DashboardFile, Panel } from './model/dashboard.ts';
import { readDashboard } from './model/read.ts';
import { queryName } from './queries/name.ts';
import { withoutReasons } from './reasons/apply.ts';
import { readReasons } from './reasons/read.ts';
import { alertsOf } from './registry/alerts.ts';
import { registryWith } from './registry/registry.ts';

export interface LintInput {
  /** All of them, since they link each other. */
  readonly files: readonly DashboardFile[];
  /** In the order in which recorded series may use each other. */
  readonly rules: readonly RuleFile[];
  /** The metrics that are there without the rules. */
  readonly registry: Registry;
  /** Names of the files in docs/runbooks. */
  readonly runbooks: readonly string[];
  /** Why some findings are none. */
  readonly reasons: DashboardFile;
}

/** Everything that is wrong with some dashboards. Never throws, whatever their text. */
export function lint({ files, rules: ruleFiles, registry: scraped, runbooks, reasons }: LintInput): readonly Finding[] {
  const { rules } = readRules(ruleFiles);
  const registry = registryWith(scraped, rules);
  const read = files.map((file) => ({ ...file, dashboard: readDashboard(file) }));
  const dashboards = read.flatMap(({ dashboard }) => ('problem' in dashboard ? [] : [dashboard]));
  const shared = { dashboards, registry, alerts: alertsOf(rules, registry), runbooks };
  const findings = [
    ...read.flatMap(({ path, dashboard }) => ('problem' in dashboard ? [noJson(path, dashboard.problem)] : [])),
    ...dashboards.flatMap((dashboard) => checks.flatMap((check) => findingsOf(check, { ...shared, dashboard }))),
  ];
  return withoutReasons(findings, readReasons(reasons.text), reasons.path);
}

const noJson = (path: string, wrong: string): Finding => ({
  check: 'json',
  path,
  uid: '',
  panel: '',
  wrong,
  expected: 'a dashboard in JSON',
});

function findingsOf(check: Check, context: DashboardContext): readonly Finding[] {
  const { dashboard } = context;
  const found = (problem: Problem, panel = problem.panel): Finding => finding(check, dashboard, problem, panel);
  if ('dashboard' in check) return check.dashboard(context).map((problem) => found(problem));
  if ('panel' in check) {
    return dashboard.panels.flatMap((panel) =>
      check.panel({ ...context, panel }).map((problem) => found(problem, panel)),
    );
  }
  return dashboard.queries.flatMap((query) => {
    const { parsed, panel } = query;
    if (!('expr' in parsed)) return [];
    const named = ({ wrong, expected }: Problem) => ({ wrong: `${queryName(query)}: ${wrong}`, expected });
    return check.query({ ...context, query, expr: parsed.expr }).map((problem) => found(named(problem), panel));
  });
}

const finding = ({ name }: Check, { path, uid }: Dashboard, { wrong, expected }: Problem, panel?: Panel): Finding => ({
  check: name,
  path,
  uid,
  panel: panel?.title ?? '',
  wrong,
  expected,
});
