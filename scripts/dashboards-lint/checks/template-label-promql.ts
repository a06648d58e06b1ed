import type { Check } from './check.ts';

/** Each query of a variable is `label_values` or `query_result` of PromQL. */
export const templateLabelPromql: Check = {
  name: 'template-label-promql-rule',
  dashboard: ({ dashboard: { queries } }) =>
    queries.flatMap(({ of, name, parsed }) =>
      of !== 'variable' || 'expr' in parsed
        ? []
        : [{ wrong: `variable ${name}: ${parsed.problem}`, expected: 'PromQL in label_values() or query_result()' }],
    ),
};
