import { expect, it } from 'vitest';
import { attention } from './attention.ts';
import { cells } from './cells.ts';

const panel = attention();
const organize = panel.transformations?.find(({ id }) => id === 'organize');
const titleOf: Readonly<Record<string, string>> = organize?.options.renameByName ?? {};

it('gives each column of numbers the value of its own query', () => {
  const shown = (panel.targets ?? []).flatMap((target) => {
    const { refId = '', expr } = target as { refId?: string; expr?: string };
    const title = titleOf[`Value #${refId}`];
    return title === undefined ? [] : [[title, expr]];
  });
  expect(shown).toEqual(cells.filter(({ labels }) => labels === undefined).map(({ title, expr }) => [title, expr]));
});

it('shows labels in place of the value where a cell is text', () => {
  expect(titleOf).toMatchObject({ instance: 'Host', version: 'Version', storage_driver: 'Driver', release: 'Kernel' });
});

it('asks about hosts that need attention only, in each of its queries', () => {
  const exprs = cells.map(({ expr }) => expr);
  expect(exprs).toHaveLength(17);
  for (const expr of exprs) expect(expr).toMatch(/ on \(cluster, job, instance\) (0 \* )?group by/);
});

it('asks for no more than six hours to find them, whatever range of time is shown', () => {
  expect(cells.filter(({ expr }) => expr.includes('$__range'))).toEqual([]);
});

it('fits on a wide screen', () => {
  const widths = (panel.fieldConfig?.overrides ?? []).flatMap(({ properties }) =>
    properties.filter(({ id }) => id === 'custom.width').map(({ value }) => Number(value)),
  );
  expect(widths).toHaveLength(Object.keys(titleOf).length);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(2000);
});

it('puts the host with the most pages first', () => {
  expect(panel.options).toMatchObject({
    sortBy: [
      { displayName: 'Pages', desc: true },
      { displayName: 'Tickets', desc: true },
      { displayName: 'Residue', desc: true },
    ],
  });
});
