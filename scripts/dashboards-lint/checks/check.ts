import type { Expr } from '../../rules-lint/promql/ast.ts';
import type { Registry } from '../../rules-lint/registry/series.ts';
import type { Dashboard, Panel, Query } from '../model/dashboard.ts';
import type { Alerts } from '../registry/alerts.ts';

/** What is wrong, and what was expected. */
export interface Problem {
  readonly wrong: string;
  readonly expected: string;
  /** The panel where a check of a whole dashboard has found it. */
  readonly panel?: Panel;
}

/** A dashboard, and what there is besides. */
export interface DashboardContext {
  readonly dashboard: Dashboard;
  /** All of them, this one too. */
  readonly dashboards: readonly Dashboard[];
  readonly registry: Registry;
  readonly alerts: Alerts;
  /** Names of the files in docs/runbooks. */
  readonly runbooks: readonly string[];
}

/** Panels within collapsed rows too, and rows themselves. */
export interface PanelContext extends DashboardContext {
  readonly panel: Panel;
}

/** A query that is PromQL. */
export interface QueryContext extends DashboardContext {
  readonly query: Query;
  readonly expr: Expr;
}

/** One check: its name in findings and in reasons, and where it looks. */
export type Check =
  | { readonly name: string; readonly dashboard: (context: DashboardContext) => readonly Problem[] }
  | { readonly name: string; readonly panel: (context: PanelContext) => readonly Problem[] }
  | { readonly name: string; readonly query: (context: QueryContext) => readonly Problem[] };
