import type { Check } from './check.ts';

/** Each panel has a title of its own: people name it by that, and so does the file of reasons. */
export const panelTitles: Check = {
  name: 'panel-title',
  dashboard: ({ dashboard: { panels } }) =>
    panels
      .filter(({ type }) => type !== 'row')
      .filter(({ title }, index, all) => title !== '' && all.slice(0, index).some((other) => other.title === title))
      .map((panel) => ({ wrong: 'the title for a second time', expected: 'one of its own', panel })),
};
