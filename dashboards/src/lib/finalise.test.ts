import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { expect, it } from 'vitest';
import { alertMarks } from './annotations.ts';
import { type DashboardSpec, dashboardOf, dashboardText } from './finalise.ts';
import { others } from './links.ts';
import { stat, timeSeries } from './panels.ts';
import { host, range } from './queries.ts';
import { hostVariables } from './variables.ts';

interface Placed extends Panel {
  readonly panels?: readonly Placed[];
  readonly collapsed?: boolean;
}

interface Made extends Record<string, unknown> {
  readonly panels: readonly Placed[];
}

const said = { title: 't', shows: 's', normal: 'n', act: 'a', unit: 'short' };
const graph = (...exprs: readonly string[]): Panel =>
  timeSeries({ ...said, queries: exprs.map((expr) => range(expr, '')) });
const small = stat({ ...said, queries: [range('up', '')] });

const spec: DashboardSpec = {
  uid: 'u',
  title: 'T',
  description: 'D',
  variables: hostVariables(),
  annotations: alertMarks(host),
  rows: [
    { title: 'open', panels: [graph('a', 'b'), graph('c'), graph('d'), graph('e'), small] },
    { title: 'closed', collapsed: true, panels: [graph('f'), small] },
    { title: 'last', panels: [small] },
  ],
};
const made = dashboardOf(spec) as Made;
const everything = made.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);

it('has the schema version that is pinned, and leaves id and version to Grafana', () => {
  expect(made).toMatchObject({ uid: 'u', schemaVersion: 39, editable: false, refresh: '1m', graphTooltip: 1 });
  expect(Object.keys(made)).not.toContain('id');
  expect(Object.keys(made)).not.toContain('version');
});

it('leads to the others by their tag and is read again each minute, unless told otherwise', () => {
  expect(made).toMatchObject({ links: [{ type: 'dashboards', tags: ['docker-host'] }], refresh: '1m' });
  const other = dashboardOf({ ...spec, links: others(), refresh: '5m' });
  const url = expect.stringMatching(/^\/d\/dockerhost-(fleet|host)\?(?!.*instance)/) as string;
  expect(other).toMatchObject({ refresh: '5m', links: [{ type: 'link', url, keepTime: true }, { url }] });
});

it('numbers panels and rows from 1 in the order in which they are read', () => {
  expect(everything.map(({ id }) => id)).toEqual(everything.map((_, index) => index + 1));
  expect(everything).toHaveLength(11);
});

it('names the queries of a panel and gives each the data source, though the panel has neither', () => {
  const bare: Panel = {
    type: 'timeseries',
    gridPos: { x: 0, y: 0, w: 8, h: 8 },
    targets: ['a', 'b'].map((expr) => new DataqueryBuilder().expr(expr).build()),
  };
  const first = (dashboardOf({ ...spec, rows: [{ title: 'r', panels: [bare] }] }) as Made).panels[1];
  const datasource = { type: 'prometheus', uid: '$' + '{datasource}' };
  expect(first).toMatchObject({
    datasource,
    targets: [
      { refId: 'A', expr: 'a', datasource },
      { refId: 'B', expr: 'b', datasource },
    ],
  });
});

it('begins a new line where a panel does not fit, and a row below the last panel', () => {
  expect(made.panels.map(({ gridPos }) => gridPos)).toEqual([
    { h: 1, w: 24, x: 0, y: 0 },
    { h: 8, w: 8, x: 0, y: 1 },
    { h: 8, w: 8, x: 8, y: 1 },
    { h: 8, w: 8, x: 16, y: 1 },
    { h: 8, w: 8, x: 0, y: 9 },
    { h: 4, w: 4, x: 8, y: 9 },
    { h: 1, w: 24, x: 0, y: 17 },
    { h: 1, w: 24, x: 0, y: 18 },
    { h: 4, w: 4, x: 0, y: 19 },
  ]);
});

it('puts the panels of a closed row inside of it, below its line, and those of an open one behind it', () => {
  const [open, closed] = made.panels.filter(({ type }) => type === 'row');
  expect(open).toMatchObject({ collapsed: false, panels: [] });
  expect(closed?.collapsed).toBe(true);
  expect(closed?.panels?.map(({ gridPos }) => gridPos)).toEqual([
    { h: 8, w: 8, x: 0, y: 18 },
    { h: 4, w: 4, x: 8, y: 18 },
  ]);
});

it.each([0, 25])('refuses a panel of %i columns', (w) => {
  const odd = { ...small, title: 'odd', gridPos: { x: 0, y: 0, w, h: 4 } };
  expect(() => dashboardOf({ ...spec, rows: [{ title: 'r', panels: [odd] }] })).toThrow(
    `panel "odd": expected 1 to 24 columns and 1 row or more, got ${w} x 4`,
  );
});

function keysInOrder(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true;
  const keys = Object.keys(value);
  const inOrder = Array.isArray(value) || keys.join() === keys.toSorted().join();
  return inOrder && Object.values(value).every(keysInOrder);
}

it('has its keys in order, and is the same text each time', () => {
  const text = dashboardText(spec);
  expect(keysInOrder({ b: 1, a: 2 })).toBe(false);
  expect(keysInOrder(JSON.parse(text))).toBe(true);
  expect(dashboardText(spec)).toBe(text);
  expect(text.endsWith('}\n')).toBe(true);
});

it('leaves nothing to import dialogs, and links where they always were', () => {
  expect(dashboardText(spec)).not.toMatch(/__inputs|__requires|\$\{DS_|inControlsMenu/);
});
