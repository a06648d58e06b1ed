import type { Check } from './check.ts';
import { showsData } from './panel-kinds.ts';

/** Every panel that shows data asks for some. */
export const panelNoTargets: Check = {
  name: 'panel-no-targets-rule',
  panel: ({ panel }) =>
    showsData(panel) && panel.targets.length === 0 ? [{ wrong: 'no query', expected: 'one at the least' }] : [],
};
