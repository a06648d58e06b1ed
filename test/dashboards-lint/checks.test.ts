import { describe, expect, it } from 'vitest';
import { checks } from '../../scripts/dashboards-lint/checks/index.ts';
import { board, findingsIn } from './boards.ts';
import { fileRows } from './tables/files.ts';
import { gridRows } from './tables/grid.ts';
import { linkRows } from './tables/links.ts';
import { panelRows } from './tables/panels.ts';
import { queryRows } from './tables/queries.ts';
import { seriesRows } from './tables/series.ts';
import { thresholdRows } from './tables/thresholds.ts';
import { tileRows } from './tables/tiles.ts';
import { variableRows } from './tables/variables.ts';
import { wayRows } from './tables/ways.ts';

const rows = [
  ...fileRows,
  ...gridRows,
  ...linkRows,
  ...panelRows,
  ...queryRows,
  ...seriesRows,
  ...thresholdRows,
  ...tileRows,
  ...variableRows,
  ...wayRows,
];

const inOrder = (findings: readonly string[]) => findings.toSorted();

it('finds nothing in the dashboard on which these tests build', () => {
  expect(findingsIn([board()])).toEqual([]);
});

describe.each(rows)('$check: $title', ({ check, bad, finding, good, others = [], besides = [], besidesBad = [] }) => {
  it('is found, and nothing else', () => {
    expect(inOrder(findingsIn([bad, ...others]))).toEqual(inOrder([...besides, ...besidesBad, `${check}: ${finding}`]));
  });
  it('is not found in its neighbour', () => {
    expect(inOrder(findingsIn([good, ...others]))).toEqual(inOrder(besides));
  });
});

it('has a row for each check', () => {
  const nothingLeft = 'target-logql-auto-rule';
  const names = checks.map(({ name }) => name).filter((name) => name !== nothingLeft);
  expect([...new Set(rows.map(({ check }) => check))].sort()).toEqual(names.sort());
});

it('has all rules of dashboard-linter', () => {
  expect(checks.filter(({ name }) => name.endsWith('-rule') || name === 'uneditable-dashboard')).toHaveLength(17);
});
