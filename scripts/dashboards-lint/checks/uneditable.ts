import type { Check } from './check.ts';

/** Nobody changes in Grafana what the next version of the file takes back. */
export const uneditable: Check = {
  name: 'uneditable-dashboard',
  dashboard: ({ dashboard: { json } }) =>
    json['editable'] === false
      ? []
      : [{ wrong: `editable ${JSON.stringify(json['editable'] ?? null)}`, expected: 'false' }],
};
