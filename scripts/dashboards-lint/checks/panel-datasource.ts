import type { Check } from './check.ts';
import { showsData } from './panel-kinds.ts';
import { isSourceVariable, sourceVariable } from './source-variable.ts';

/** Every panel that shows data takes the data source from the variable. */
export const panelDatasource: Check = {
  name: 'panel-datasource-rule',
  panel: ({ panel }) =>
    !showsData(panel) || isSourceVariable(panel.source)
      ? []
      : [{ wrong: `data source ${JSON.stringify(panel.source.uid)}`, expected: sourceVariable }],
};
