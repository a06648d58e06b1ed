import { queryName } from '../queries/name.ts';
import type { Check } from './check.ts';
import { isSourceVariable, sourceVariable } from './source-variable.ts';

/** Every single query takes the data source from the variable, be it of a panel, a variable or an annotation. */
export const queryDatasource: Check = {
  name: 'query-datasource',
  dashboard: ({ dashboard: { queries } }) =>
    queries
      .filter(({ source }) => !isSourceVariable(source))
      .map((query) => ({
        wrong: `${queryName(query)}: data source ${JSON.stringify(query.source.uid)}`,
        expected: sourceVariable,
        ...(query.panel && { panel: query.panel }),
      })),
};
