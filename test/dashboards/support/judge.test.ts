import { expect, it } from 'vitest';
import type { Answer } from './api.ts';
import { unknownColumns } from './columns.ts';
import type { Panel } from './grafana.ts';
import { findings } from './judge.ts';
import type { Query } from './queries.ts';

const query: Query = {
  dashboard: 'd',
  place: 'p',
  refId: 'A',
  expr: 'x',
  shape: 'range',
  kind: 'timeseries',
  legend: '{{daemon}}',
  span: '6h',
};
const line = (daemon: string, ...values: readonly string[]) => ({
  labels: { daemon },
  points: values.map((value, at) => [at, value] as const),
});
const good: Answer = { error: '', remarks: [], series: [line('dockerd', '1', '2'), line('containerd', '3')] };

it('a good answer has no findings, and neither has an empty one', () => {
  expect(findings(query, good)).toEqual([]);
  expect(findings(query, { ...good, series: [] })).toEqual([]);
});

it.each([
  ['an error', { ...good, error: 'bad_data' }, 'refused: bad_data'],
  ['a warning', { ...good, remarks: ['metric might not be a counter'] }, 'remark: metric might not be a counter'],
  ['a warning of nothing', { ...good, series: [], remarks: ['no'] }, 'remark: no'],
  ['NaN', { ...good, series: [line('dockerd', '1', 'NaN')] }, '1 series not finite, as {"daemon":"dockerd"}'],
  ['infinity', { ...good, series: [line('dockerd', '+Inf')] }, '1 series not finite, as {"daemon":"dockerd"}'],
  ['one name twice', { ...good, series: [line('a', '1'), line('a', '1')] }, 'several series have the legend "a"'],
] as const)('%s', (_, answer, finding) => {
  expect(findings(query, answer)).toEqual([finding]);
});

it('a kind of panel of which nothing is known is a finding', () => {
  expect(findings({ ...query, kind: 'nodeGraph' }, good)).toEqual(['no panel of the kind nodeGraph is known']);
});

it('a panel that says how many it shows is held to it', () => {
  const findingsOf = (place: string) => findings({ ...query, place }, good);
  expect(findingsOf('Slowest, top 2')).toEqual([]);
  expect(findingsOf('Slowest, top 1')).toEqual(['2 series, where a panel timeseries can show 1']);
});

it('columns of a table are fields of its queries', () => {
  const trial = { query: { ...query, kind: 'table' }, answers: [{ answer: good }] } as never;
  const table = (names: readonly string[]): Panel => ({
    type: 'table',
    transformations: [{ id: 'filterFieldsByName', options: { include: { names } } }],
  });
  expect(unknownColumns(table(['daemon', 'daemon 1', 'Value', 'Time']), [trial])).toEqual([]);
  expect(unknownColumns(table(['demon', 'Value #A']), [trial])).toEqual(['demon', 'Value #A']);
});
