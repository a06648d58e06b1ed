import type { Check } from './check.ts';

/** Each panel has a number of its own, from 1: links of Grafana name panels by it, and take 0 for none. */
export const panelIds: Check = {
  name: 'panel-id',
  dashboard: ({ dashboard: { panels } }) =>
    panels.flatMap((panel, index) => {
      const { id } = panel;
      if (!Number.isInteger(id) || id < 1) return [{ wrong: `id ${id}`, expected: 'a whole number from 1', panel }];
      const isTaken = panels.slice(0, index).some((other) => other.id === id);
      return isTaken ? [{ wrong: `id ${id} for a second time`, expected: 'one of its own', panel }] : [];
    }),
};
