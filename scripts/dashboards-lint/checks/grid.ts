import type { Panel, Place } from '../model/dashboard.ts';
import type { Check, Problem } from './check.ts';

const columns = 24;

/**
 * Each panel is within the 24 columns of the grid and lies on no other. The panels of a collapsed row are where
 * they are while it is open; what stands below it then moves down, so they are compared with each other only.
 */
export const grid: Check = {
  name: 'grid',
  dashboard: ({ dashboard: { top } }) => [
    ...inGrid(top),
    ...top.filter(({ inner }) => inner.length > 0).flatMap((row) => inRow(row)),
  ],
};

function inRow(row: Panel): readonly Problem[] {
  if (row.type === 'row' && row.json['collapsed'] === true)
    return inGrid([row, ...row.inner]).filter((each) => each.panel !== row);
  return [{ wrong: 'panels within what is no collapsed row', expected: 'them below it in the grid', panel: row }];
}

const inGrid = (panels: readonly Panel[]): readonly Problem[] =>
  panels.flatMap((panel, index) => {
    if (!isWithin(panel)) {
      const wrong = `at ${placeText(panel.place)}`;
      const expected = panel.type === 'row' ? `the whole width of ${columns}, 1 high` : `within ${columns} columns`;
      return [{ wrong, expected, panel }];
    }
    const other = panels.slice(0, index).find(({ place }) => overlaps(place, panel.place));
    return other === undefined ? [] : [{ wrong: `on top of ${other.title}`, expected: 'a place of its own', panel }];
  });

function isWithin({ type, place: { x, y, w, h } }: Panel): boolean {
  const isWhole = [x, y, w, h].every((value) => Number.isInteger(value) && value >= 0);
  const isRow = type !== 'row' || (x === 0 && w === columns && h === 1);
  return isWhole && isRow && w >= 1 && h >= 1 && x + w <= columns;
}

const overlaps = (one: Place, other: Place): boolean =>
  one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;

const placeText = ({ x, y, w, h }: Place): string => `x ${x}, y ${y}, w ${w}, h ${h}`;
