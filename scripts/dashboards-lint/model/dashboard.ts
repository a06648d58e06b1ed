import type { ParsedExpr } from '../../rules-lint/promql/parse.ts';
import type { JsonObject } from './json.ts';

/** A file of a dashboard: its path as findings name it, and what is in it. */
export interface DashboardFile {
  readonly path: string;
  readonly text: string;
}

/** A data source as JSON names it; both are empty where it names none. */
export interface DataSource {
  readonly type: string;
  readonly uid: string;
}

export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  /** `label_values(...)` of a query, the kind of a data source, the choices of a custom one, the text of a constant. */
  readonly query: string;
  /** Whether more than one value may be chosen, All included. */
  readonly isMany: boolean;
  readonly json: JsonObject;
}

export interface Target {
  readonly refId: string;
  readonly source: DataSource;
  readonly expr: string;
  readonly json: JsonObject;
}

/** Cells of the grid, from its upper left corner. NaN where JSON has no number. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A panel or a row. */
export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly source: DataSource;
  readonly place: Place;
  readonly targets: readonly Target[];
  /** The panels that a collapsed row keeps. */
  readonly inner: readonly Panel[];
  readonly json: JsonObject;
}

/** A query of a panel, of a variable or of an annotation. */
export interface Query {
  readonly of: 'panel' | 'variable' | 'annotation';
  /** The refId in a panel, else the name of the variable or the annotation. */
  readonly name: string;
  readonly panel?: Panel;
  readonly source: DataSource;
  /** The PromQL as JSON has it, with Grafana's variables; of `label_values(x, y)` it is `x`. */
  readonly text: string;
  /** `y` of `label_values(x, y)`. */
  readonly label?: string;
  /** The same with variables outside of texts replaced. */
  readonly parsed: ParsedExpr;
}

export interface Dashboard {
  readonly path: string;
  readonly uid: string;
  readonly json: JsonObject;
  readonly variables: readonly Variable[];
  /** What stands in the grid itself. */
  readonly top: readonly Panel[];
  /** The same with the panels within collapsed rows. */
  readonly panels: readonly Panel[];
  readonly queries: readonly Query[];
}
