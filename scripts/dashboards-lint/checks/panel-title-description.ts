import type { Check } from './check.ts';
import { showsData } from './panel-kinds.ts';

/** Every panel that shows data has a title, and says what is normal and what to do. */
export const panelTitleDescription: Check = {
  name: 'panel-title-description-rule',
  panel: ({ panel }) =>
    (['title', 'description'] as const)
      .filter((key) => showsData(panel) && panel[key].trim() === '')
      .map((key) => ({ wrong: `no ${key} of ${panel.type} ${panel.id}`, expected: 'one' })),
};
