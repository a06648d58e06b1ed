/** What the page is told to draw: a dashboard as it is committed, and what Prometheus said to the queries of its panels. */
import type { DataTransformerConfig, FieldConfigSource } from '@grafana/data';
import type { Series } from '../../test/dashboards/support/api.ts';
import type { Panel } from '../../test/dashboards/support/grafana.ts';
import type { Query } from '../../test/dashboards/support/queries.ts';

export interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The parts of a panel that say how it looks. */
export interface ShownPanel extends Panel {
  readonly id: number;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: GridPosition;
  /** Of a row. */
  readonly collapsed?: boolean;
  readonly panels?: readonly ShownPanel[];
  // each kind of panel has its own, which its component understands
  // biome-ignore lint/suspicious/noExplicitAny: JSON of a foreign model
  readonly options?: any;
  readonly fieldConfig?: FieldConfigSource;
  readonly transformations?: DataTransformerConfig[];
}

export interface ShownAnswer {
  readonly refId: string;
  readonly shape: Query['shape'];
  readonly isTable: boolean;
  readonly legend: string;
  /** Seconds between two points of a series. */
  readonly step: number;
  readonly series: readonly Series[];
}

export interface ShownDocument {
  readonly file: string;
  readonly title: string;
  readonly description: string;
  /** Of @grafana/ui. */
  readonly version: string;
  /** Names and values of the drop-downs above the dashboard. */
  readonly choices: readonly (readonly [name: string, value: string])[];
  /** Unix time, seconds. */
  readonly from: number;
  readonly to: number;
  readonly panels: readonly ShownPanel[];
  /** By the id of the panel. */
  readonly answers: Readonly<Record<number, readonly ShownAnswer[]>>;
}
