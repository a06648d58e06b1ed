import { board, datasource, type Json, panel, type Row, threads } from '../boards.ts';

const other = board({ uid: 'dockerhost-c' });
const text = (content: string) =>
  board({
    panels: [
      panel(),
      panel({ id: 2, title: 'T', type: 'text', options: { content }, gridPos: { x: 0, y: 8, w: 24, h: 2 } }),
    ],
  });

const above = `${threads} > 1`;
const marks = (target: Json) => ({ name: 'M', expr: above, datasource, target });

/** Checks of the file as a whole. */
export const fileRows: readonly Row[] = [
  {
    check: 'uneditable-dashboard',
    title: 'one that may be edited',
    bad: board({ editable: true }),
    finding: 'editable true; expected false',
    good: board({ editable: false }),
  },
  {
    check: 'uneditable-dashboard',
    title: 'one that does not say',
    bad: board({ editable: undefined }),
    finding: 'editable null; expected false',
    good: board(),
  },
  {
    check: 'uid',
    title: 'one that does not follow from the name of the file',
    bad: board({ uid: 'x7Yz' }),
    finding: 'uid "x7Yz"; expected dockerhost-b',
    good: board({ uid: 'dockerhost-b' }),
    others: [other],
  },
  {
    check: 'importable',
    title: 'what only the dialogue for imports fills in',
    bad: board({ __inputs: [{ name: 'DS_PROMETHEUS' }] }),
    finding: 'the key __inputs; expected a dashboard without it',
    good: board({ annotations: { list: [] } }),
  },
  {
    check: 'importable',
    title: 'a placeholder in a text',
    bad: text('Of ${DS_PROMETHEUS}'),
    finding: 'the placeholder ${DS_PROMETHEUS}; expected the variable of the data source',
    good: text('Of ${datasource}'),
  },
  {
    check: 'importable',
    title: 'the number in another installation',
    bad: board({ id: 12 }),
    finding: 'the key id; expected a dashboard without it',
    good: board({ id: null }),
  },
  {
    check: 'query-datasource',
    title: 'an annotation of a fixed data source',
    bad: board({
      annotations: { list: [{ name: 'M', expr: `${threads} > 1`, datasource: { type: 'prometheus', uid: 'p' } }] },
    }),
    finding: 'annotation M: data source "p"; expected ${datasource}',
    good: board({
      annotations: {
        list: [
          { name: 'M', expr: `${threads} > 1`, datasource },
          { name: 'Annotations', datasource: { type: 'grafana', uid: '-- Grafana --' } },
        ],
      },
    }),
  },
  {
    check: 'query-datasource',
    title: 'an annotation with a fixed data source in its target',
    bad: board({ annotations: { list: [marks({ expr: above, datasource: { type: 'prometheus', uid: 'p' } })] } }),
    finding: 'annotation M: data source "p"; expected ${datasource}',
    good: board({ annotations: { list: [marks({ expr: above, datasource })] } }),
  },
  {
    check: 'target-promql-rule',
    title: 'an annotation with another query in its target',
    bad: board({ annotations: { list: [marks({ expr: `${above} +`, datasource })] } }),
    finding: 'annotation M: not PromQL at its end; expected PromQL',
    good: board({ annotations: { list: [marks({ expr: above })] } }),
  },
];
