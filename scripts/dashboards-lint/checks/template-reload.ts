import type { Check } from './check.ts';

/** What `refresh` is where a query is asked again for another range of time. */
const onTimeChange = 2;

/** What a variable lists is what there was in the range of time that is shown. */
export const templateReload: Check = {
  name: 'template-on-time-change-reload-rule',
  dashboard: ({ dashboard }) =>
    dashboard.variables
      .filter(({ type, json }) => type === 'query' && json['refresh'] !== onTimeChange)
      .map(({ name, json }) => ({
        wrong: `variable ${name}: refresh ${JSON.stringify(json['refresh'] ?? null)}`,
        expected: `${onTimeChange}, on a change of the time range`,
      })),
};
