/**
 * Makes of rows of panels what Grafana stores: ids from 1, places in the grid, a data source on every query, keys in
 * order. The same input gives the same text, so that a regenerated file can be compared with the committed one.
 *
 * Use: `dashboardText({ uid: uids.host, title, description, variables: hostVariables(), annotations:
 * [...alertMarks(host)], rows: [{ title: 'Verdict', panels: [stat(...)] }, { title, collapsed: true, panels }] })`.
 * Panels are laid out from left to right by their width; one that does not fit begins a new line.
 */

import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  type AnnotationQuery,
  DashboardBuilder,
  DashboardCursorSync,
  type DashboardLink,
  type Panel,
  type RowPanel,
  type VariableModel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { jsonText } from '../../../src/model/json-text.ts';
import { columns, laidOut } from './grid.ts';
import { siblings, tag } from './links.ts';
import { refIdAt } from './panel.ts';
import { sorted } from './sorted.ts';
import { datasource } from './variables.ts';

export interface Row {
  readonly title: string;
  /** Closed at first. Its panels are inside of it then, and ask nothing until it is opened. */
  readonly collapsed?: boolean;
  readonly panels: readonly Panel[];
}

export interface DashboardSpec {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly variables: readonly Builder<VariableModel>[];
  readonly annotations: readonly Builder<AnnotationQuery>[];
  /** To the other dashboards; by their tag, with all variables, unless given. */
  readonly links?: readonly Builder<DashboardLink>[];
  /** A minute unless given. */
  readonly refresh?: string;
  readonly rows: readonly Row[];
}

/** What Grafana 9 and later read; newer ones migrate it by themselves. */
const schemaVersion = 39;

/** Ids in reading order, the row before its panels. */
function numbering(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

const withQueries = (panel: Panel): Panel => ({
  ...panel,
  datasource,
  targets: (panel.targets ?? []).map((query, index) => ({ ...query, refId: refIdAt(index), datasource })),
});

function placed({ title, collapsed = false, panels }: Row, y: number, id: () => number): (Panel | RowPanel)[] {
  const row: RowPanel = { type: 'row', title, collapsed, id: id(), gridPos: { h: 1, w: columns, x: 0, y }, panels: [] };
  const inside = laidOut(panels, y + 1).map((panel) => ({ ...withQueries(panel), id: id() }));
  return collapsed ? [{ ...row, panels: inside }] : [row, ...inside];
}

const bottom = (panels: readonly (Panel | RowPanel)[]): number =>
  Math.max(0, ...panels.map(({ gridPos }) => (gridPos === undefined ? 0 : gridPos.y + gridPos.h)));

/** All panels of all rows, each row below the one before it. What is in a closed row takes no place below it. */
function placedRows(rows: readonly Row[]): (Panel | RowPanel)[] {
  const id = numbering();
  const all: (Panel | RowPanel)[] = [];
  for (const row of rows) all.push(...placed(row, bottom(all), id));
  return all;
}

/** The dashboard as Grafana stores it, without the id and the version that it gives itself. */
export function dashboardOf(spec: DashboardSpec): unknown {
  const {
    id: _,
    version: __,
    ...built
  } = new DashboardBuilder(spec.title)
    .uid(spec.uid)
    .description(spec.description)
    .tags([tag])
    .timezone('browser')
    .readonly()
    .tooltip(DashboardCursorSync.Crosshair)
    .refresh(spec.refresh ?? '1m')
    .time({ from: 'now-6h', to: 'now' })
    .variables([...spec.variables])
    .annotations([...spec.annotations])
    .links([...(spec.links ?? [siblings()])])
    .build();
  return sorted({ ...built, schemaVersion, panels: placedRows(spec.rows) });
}

export const dashboardText = (spec: DashboardSpec): string => jsonText(dashboardOf(spec));
