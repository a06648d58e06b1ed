import type { Check } from './check.ts';

const names: Readonly<Record<string, string>> = {
  datasource: 'Data source',
  prometheus_datasource: 'Prometheus data source',
};

/** The data source is a variable, by the name that links carry, so that an import needs no edit. */
export const templateDatasource: Check = {
  name: 'template-datasource-rule',
  dashboard: ({ dashboard }) => {
    const sources = dashboard.variables.filter(({ type }) => type === 'datasource');
    if (sources.length === 0) return [{ wrong: 'no variable for the data source', expected: 'datasource' }];
    return sources.flatMap(({ name, label }) => {
      const expected = names[name];
      if (expected === undefined)
        return [{ wrong: `the data source ${name}`, expected: Object.keys(names).join(', ') }];
      return label === expected ? [] : [{ wrong: `the label ${JSON.stringify(label)} of ${name}`, expected }];
    });
  },
};
