import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { expect, it } from 'vitest';
import { statusHistory } from '../fleet/status-history.ts';
import type { PanelSpec } from './panel.ts';
import { gauge, labelStat, stat, stateTimeline, timeSeries } from './panels.ts';
import { now, range, rows } from './queries.ts';
import { wordsFor } from './words.ts';

const said = { title: 't', shows: 's', normal: 'n', act: 'a', unit: 'short' };
const words = wordsFor([[0, 'None', 'green']]);
const spec: PanelSpec = { ...said, queries: [now('up', '')], empty: 'Not known', words };

const mappingsOf = (panel: Panel): readonly unknown[] => panel.fieldConfig?.defaults.mappings ?? [];
const grey = { type: 'special', options: { match: 'null', result: { text: 'Not known', color: '#808080' } } };

it.each([
  ['stat', stat(spec)],
  ['gauge', gauge(spec)],
  ['label', labelStat({ ...spec, label: 'version', queries: [rows('up')] })],
])('a %s without data is grey and says why, its other words stay', (_, panel) => {
  expect(mappingsOf(panel)).toEqual([...words, grey]);
});

it('a graph has an empty place in which Grafana says why, and no tile', () => {
  expect(mappingsOf(timeSeries(spec))).toEqual(words);
});

it('a label is shown as it is, as text of its field', () => {
  const { options } = labelStat({ ...spec, label: 'version', queries: [rows('up')] });
  expect(options).toMatchObject({ textMode: 'value', reduceOptions: { fields: '/^version$/' } });
});

it('lines that are hosts lead to them, others nowhere', () => {
  const linksOf = (legend: string) =>
    timeSeries({ ...said, queries: [range('up', legend)] }).fieldConfig?.defaults.links ?? [];
  const url = expect.stringMatching(
    /^\/d\/dockerhost-host\?.*var-instance=\$\{__field\.labels\.instance:percentencode}/,
  );
  expect(linksOf('{{instance}} {{daemon}}')).toEqual([expect.objectContaining({ url })]);
  expect(linksOf('{{daemon}}')).toEqual([]);
});

it('a coarse panel has fewer points, farther apart', () => {
  const coarse = timeSeries({ ...said, queries: [range('up', '')], coarse: true });
  expect(coarse).toMatchObject({ interval: '1m', maxDataPoints: 300 });
  expect(timeSeries({ ...said, queries: [range('up', '')] }).maxDataPoints).toBeUndefined();
  expect(statusHistory({ ...spec, coarse: true, cells: 100 })).toMatchObject({ interval: '1m', maxDataPoints: 100 });
});

it('states are told in words, where these fit, and not by their colour alone', () => {
  expect(stateTimeline(spec).options).toMatchObject({ showValue: 'auto' });
  expect(statusHistory({ ...spec, cells: 100 }).options).toMatchObject({ showValue: 'auto' });
});
