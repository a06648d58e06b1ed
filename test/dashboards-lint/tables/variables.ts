import { asking, board, everywhere, having, type Json, type Row, threads, variables } from '../boards.ts';

const source = (given: Json) => having({ datasource: { ...variables.datasource, ...given } });
const job = (given: Json) => having({ job: { ...variables.job, ...given } });
const instance = (given: Json) => having({ instance: { ...variables.instance, ...given } });
const unused = { type: 'textbox', name: 'runbook_base', query: '' };
const none = 'no variable';
const custom = (name: string) => ({ more: { type: 'custom', name, query: 'zombie' } });

/** Checks of variables. */
export const variableRows: readonly Row[] = [
  {
    check: 'template-datasource-rule',
    title: 'no variable for it',
    bad: board({ templating: { list: [variables.cluster, variables.job, variables.instance] } }),
    finding: `${none} for the data source; expected datasource`,
    good: board(),
    besidesBad: ['variable-undefined: $datasource, which nobody defines; expected one of cluster, job, instance'],
  },
  {
    check: 'template-datasource-rule',
    title: 'a name that no link carries',
    bad: having({ more: { ...variables.datasource, name: 'prom' } }, { title: '$prom' }),
    finding: 'the data source prom; expected datasource, prometheus_datasource',
    good: having({ more: { ...custom('prom').more } }, { title: '$prom' }),
  },
  {
    check: 'template-datasource-rule',
    title: 'another label',
    bad: source({ label: 'Source' }),
    finding: 'the label "Source" of datasource; expected Data source',
    good: source({ label: 'Data source' }),
  },
  {
    check: 'target-logql-rule',
    title: 'a data source of logs',
    bad: source({ query: 'loki' }),
    finding: 'the data source datasource is a Loki; expected prometheus',
    good: source({ query: 'prometheus' }),
  },
  {
    check: 'template-job-rule',
    title: 'no list to choose from',
    bad: job({ type: 'textbox' }),
    finding: 'variable job: type textbox; expected query',
    good: job({ type: 'query' }),
  },
  {
    check: 'template-job-rule',
    title: 'another label',
    bad: job({ label: 'Jobs' }),
    finding: 'variable job: label "Jobs"; expected job',
    good: job({ label: 'Job' }),
  },
  {
    check: 'template-job-rule',
    title: 'All that fits what has no job',
    bad: job({ allValue: '.*' }),
    finding: 'variable job: allValue ".*"; expected ".+"',
    good: job({ allValue: '.+' }),
  },
  {
    check: 'template-job-rule',
    title: 'All but not many',
    bad: job({ multi: false }),
    finding: 'variable job: one value only; expected multi: true',
    good: job({ multi: true, includeAll: false }),
  },
  {
    check: 'template-job-rule',
    title: 'a fixed data source',
    bad: job({ datasource: 'prometheus' }),
    finding: 'variable job: data source "prometheus"; expected ${datasource}',
    good: job({ datasource: '$datasource' }),
    besidesBad: ['query-datasource: variable job: data source "prometheus"; expected ${datasource}'],
  },
  {
    check: 'template-instance-rule',
    title: 'All that fits what has no instance',
    bad: instance({ allValue: undefined }),
    finding: 'variable instance: allValue null; expected ".+"',
    good: instance({ allValue: '.+' }),
  },
  {
    check: 'template-label-promql-rule',
    title: 'a query that is not PromQL',
    bad: job({ query: 'label_values(up{cluster=~"$cluster", job)' }),
    finding: 'variable job: not PromQL at its end; expected PromQL in label_values() or query_result()',
    good: job({ query: 'label_values(up{cluster=~"$cluster",}, job)' }),
  },
  {
    check: 'template-label-promql-rule',
    title: 'another function',
    bad: job({ query: 'label_names()' }),
    finding:
      'variable job: neither label_values(query, label) nor query_result(query): "label_names()"; expected PromQL in label_values() or query_result()',
    good: job({ query: 'query_result(up{cluster=~"$cluster"} == 1)' }),
  },
  {
    check: 'known-label',
    title: 'values of a label that is not there',
    bad: job({ query: 'label_values(up{cluster=~"$cluster"}, jobs)' }),
    finding: 'variable job: label_values of jobs; expected one of cluster, instance, job',
    good: job({ query: 'label_values(dockerhost_threads{cluster=~"$cluster"}, job)' }),
  },
  {
    check: 'template-on-time-change-reload-rule',
    title: 'read on load only',
    bad: job({ refresh: 1 }),
    finding: 'variable job: refresh 1; expected 2, on a change of the time range',
    good: having({ more: { ...unused, refresh: undefined } }, { description: '$runbook_base' }),
  },
  {
    check: 'variable-unused',
    title: 'one that nothing uses',
    bad: having({ more: unused }),
    finding: 'variable runbook_base, which nothing uses; expected a use of it, or no variable',
    good: having({ more: unused }, { links: [{ type: 'link', url: '${runbook_base:raw}docs' }] }),
  },
  {
    check: 'variable-unused',
    title: 'one that only itself uses',
    bad: having({ more: { ...unused, query: '$runbook_base', current: { value: '$job' } } }),
    finding: 'variable runbook_base, which nothing uses; expected a use of it, or no variable',
    good: having({ more: unused, job: { ...variables.job, description: 'Not $runbook_base' } }),
  },
  {
    check: 'variable-unused',
    title: 'one that no panel repeats',
    bad: having(custom('state'), { description: 'state' }),
    finding: 'variable state, which nothing uses; expected a use of it, or no variable',
    good: having(custom('state'), { repeat: 'state' }),
  },
  {
    check: 'variable-undefined',
    title: 'one that nobody defines',
    bad: asking(threads.replace('}', ',instance!~"$others"}')),
    finding: '$others, which nobody defines; expected one of datasource, cluster, job, instance',
    good: having(
      { more: { ...variables.instance, name: 'others', query: `label_values(up{${everywhere}}, instance)` } },
      {
        panels: asking(threads.replace('}', ',instance!~"$others"}'))['panels'],
      },
    ),
  },
  {
    check: 'variable-undefined',
    title: 'what looks like one of Grafana',
    bad: board({ description: '${__ranges}' }),
    finding: '$__ranges, which nobody defines; expected one of datasource, cluster, job, instance',
    good: board({ description: '${__range} for 5 $, with ${__field.labels.x}' }),
  },
];
