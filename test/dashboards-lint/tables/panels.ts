import { board, datasource, type Json, panel, type Row, target, threads } from '../boards.ts';

const having = (given: Json) => board({ panels: [panel(given)] });
const fields = (defaults: Json, overrides: readonly Json[] = []) => having({ fieldConfig: { defaults, overrides } });
const override = (options: string, id: string, value: unknown, matcher = 'byName') => ({
  matcher: { id: matcher, options },
  properties: [{ id, value }],
});
const loki = { type: 'loki', uid: '${datasource}' };

/** Checks of single panels. */
export const panelRows: readonly Row[] = [
  {
    check: 'panel-datasource-rule',
    title: 'a fixed data source',
    bad: having({ datasource: { type: 'prometheus', uid: 'prometheus' } }),
    finding: 'P: data source "prometheus"; expected ${datasource}',
    good: having({ datasource: '$datasource' }),
  },
  {
    check: 'panel-datasource-rule',
    title: 'none',
    bad: having({ datasource: undefined }),
    finding: 'P: data source ""; expected ${datasource}',
    good: having({ type: 'text', datasource: undefined, targets: undefined, description: '' }),
  },
  {
    check: 'query-datasource',
    title: 'none of a query',
    bad: having({ targets: [target(threads, { datasource: undefined })] }),
    finding: 'P: A: data source ""; expected ${datasource}',
    good: having({ targets: [target(threads, { datasource })] }),
  },
  {
    check: 'panel-title-description-rule',
    title: 'no title',
    bad: having({ title: '' }),
    finding: 'no title of timeseries 1; expected one',
    good: having({ type: 'text', title: '', targets: [] }),
  },
  {
    check: 'panel-title-description-rule',
    title: 'no description',
    bad: having({ description: ' ' }),
    finding: 'P: no description of timeseries 1; expected one',
    good: having({ description: 'What is normal.' }),
  },
  {
    check: 'panel-units-rule',
    title: 'none',
    bad: fields({}),
    finding: 'P: no unit; expected one of those of Grafana, such as "short"',
    good: fields({ mappings: [{ type: 'value', options: { 0: { text: 'down' } } }] }),
  },
  {
    check: 'panel-units-rule',
    title: 'none of a stat',
    bad: having({ type: 'stat', fieldConfig: {} }),
    finding: 'P: no unit; expected one of those of Grafana, such as "short"',
    good: having({ type: 'stat', fieldConfig: {}, options: { reduceOptions: { fields: '/^version$/' } } }),
  },
  {
    check: 'panel-units-rule',
    title: 'none of a gauge',
    bad: having({ type: 'gauge', fieldConfig: {} }),
    finding: 'P: no unit; expected one of those of Grafana, such as "short"',
    good: having({ type: 'state-timeline', fieldConfig: {} }),
  },
  {
    check: 'unit',
    title: 'one that Grafana does not know',
    bad: fields({ unit: 'percentunits' }),
    finding: 'P: the unit "percentunits" of default; expected percentunit',
    good: fields({ unit: 'percentunit' }),
  },
  {
    check: 'unit',
    title: 'one of a column',
    bad: fields({ unit: 'short' }, [override('Used', 'unit', 'gigabytes')]),
    finding: 'P: the unit "gigabytes" of Used; expected gbytes',
    good: fields({ unit: 'short' }, [override('Used', 'unit', 'bytes')]),
  },
  {
    check: 'panel-no-targets-rule',
    title: 'no query',
    bad: having({ targets: [] }),
    finding: 'P: no query; expected one at the least',
    good: having({ type: 'text', targets: [] }),
  },
  {
    check: 'ref-id',
    title: 'none',
    bad: having({ targets: [target(threads, { refId: undefined })] }),
    finding: 'P: query 1 without a refId; expected A, B and so on',
    good: having({ targets: [target(threads, { refId: 'X' })] }),
  },
  {
    check: 'ref-id',
    title: 'one twice',
    bad: having({ targets: [target(threads), target(threads)] }),
    finding: 'P: refId A for a second time; expected one of its own',
    good: having({ targets: [target(threads), target(threads, { refId: 'B' })] }),
  },
  {
    check: 'ref-id',
    title: 'an override for a query that is not there',
    bad: fields({ unit: 'short' }, [override('B', 'unit', 's', 'byFrameRefID')]),
    finding: 'P: an override for the query B, which is not there; expected a refId of the panel',
    good: fields({ unit: 'short' }, [override('A', 'unit', 's', 'byFrameRefID')]),
  },
  {
    check: 'target-logql-rule',
    title: 'a query of logs',
    bad: having({ targets: [target(threads, { datasource: loki })] }),
    finding: 'P: A asks Loki; expected PromQL',
    good: having({ targets: [target(threads)] }),
  },
];
