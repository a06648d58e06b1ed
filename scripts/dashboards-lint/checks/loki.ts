import { queryName } from '../queries/name.ts';
import type { Check, DashboardContext } from './check.ts';

/**
 * target-logql-rule and target-logql-auto-rule: that queries of logs parse, and that their ranges are `$__auto`.
 * Neither can apply. The exporter writes metrics and these dashboards have one data source, a Prometheus; so a
 * query of Loki is wrong whatever it says, and the grammar of its language is not needed to find that.
 */
const find = ({ dashboard: { queries, variables } }: DashboardContext) => [
  ...queries
    .filter(({ source: { type } }) => type === 'loki')
    .map((query) => ({
      wrong: `${queryName(query)} asks Loki`,
      expected: 'PromQL',
      ...(query.panel && { panel: query.panel }),
    })),
  ...variables
    .filter(({ type, query }) => type === 'datasource' && query === 'loki')
    .map(({ name }) => ({ wrong: `the data source ${name} is a Loki`, expected: 'prometheus' })),
];

export const targetLogql: Check = { name: 'target-logql-rule', dashboard: find };

/** There is nothing left for it: what it would look at is found above. */
export const targetLogqlAuto: Check = { name: 'target-logql-auto-rule', dashboard: () => [] };
