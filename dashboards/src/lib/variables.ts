/**
 * The variables that every dashboard has, in their order. All of them are read again when the time changes.
 *
 * Use: `fleetVariables()` for a dashboard of many hosts, `hostVariables()` for one with a single `instance`,
 * `exporterVariables()` for one with any number of them.
 */
import {
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { runbookVariable } from './runbooks.ts';

/** The data source of every query and variable: whichever the variable names, so that import needs no edit. */
export const datasource = { type: 'prometheus', uid: `\${datasource}` } as const;

/** Every host has one, whatever its collectors. */
const source = 'dockerhost_exporter_build_info';

/** What all queries of variables have; each depends on those before it. */
const labelVariable = (name: string, label: string, ...matchers: readonly string[]): QueryVariableBuilder => {
  const series = matchers.length === 0 ? source : `${source}{${matchers.join(', ')}}`;
  const query = `label_values(${series}, ${name})`;
  return new QueryVariableBuilder(name)
    .label(label)
    .query({ query, refId: 'A' })
    .definition(query)
    .datasource(datasource)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc);
};

const all = { selected: true, text: 'All', value: '$__all' };

const dataSourceVariable = (): DatasourceVariableBuilder =>
  new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus');

/** All matches what has no such label, too: one cluster needs none. */
const clusterVariable = (): QueryVariableBuilder =>
  labelVariable('cluster', 'cluster').multi(true).includeAll(true).allValue('.*').current(all);

/** All is the list of jobs that have an exporter, and not every job of Prometheus: everything scraped has `up`. */
const jobVariable = (): QueryVariableBuilder =>
  labelVariable('job', 'job', 'cluster=~"$cluster"').multi(true).includeAll(true).current(all);

const instanceVariable = (): QueryVariableBuilder =>
  labelVariable('instance', 'instance', 'cluster=~"$cluster"', 'job=~"$job"');

const runbooks = (): TextBoxVariableBuilder =>
  new TextBoxVariableBuilder(runbookVariable)
    .label('Runbooks at')
    .description(
      'What stands before docs/runbooks/ in the address of a runbook, with the slash at its end. Empty: the links lead nowhere. The address of any exporter will do, as http://HOST:10063/',
    )
    .defaultValue('');

export const fleetVariables = () => [dataSourceVariable(), clusterVariable(), jobVariable(), runbooks()];

export const hostVariables = () => [
  dataSourceVariable(),
  clusterVariable(),
  jobVariable(),
  instanceVariable(),
  runbooks(),
];

export const exporterVariables = () => [
  dataSourceVariable(),
  clusterVariable(),
  jobVariable(),
  instanceVariable().multi(true).includeAll(true).allValue('.+').current(all),
  runbooks(),
];
