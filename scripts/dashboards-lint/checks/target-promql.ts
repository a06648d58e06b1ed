import { queryName } from '../queries/name.ts';
import type { Check } from './check.ts';

/** Each query of a panel or an annotation is PromQL once its variables have values. */
export const targetPromql: Check = {
  name: 'target-promql-rule',
  dashboard: ({ dashboard: { queries } }) =>
    queries.flatMap((query) => {
      const { of, panel, parsed } = query;
      if (of === 'variable' || 'expr' in parsed) return [];
      return [{ wrong: `${queryName(query)}: ${parsed.problem}`, expected: 'PromQL', ...(panel && { panel }) }];
    }),
};
