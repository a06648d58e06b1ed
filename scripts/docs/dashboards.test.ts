import { expect, it } from 'vitest';
import { dashboardPages } from './dashboards.ts';

it('makes three files, and the same ones each time', () => {
  const pages = dashboardPages();
  expect(pages.map(({ path }) => path)).toEqual([
    'dashboards/fleet.json',
    'dashboards/host.json',
    'dashboards/exporter.json',
  ]);
  expect(dashboardPages()).toEqual(pages);
});
