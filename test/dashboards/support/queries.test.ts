import { expect, it } from 'vitest';
import { dashboardWith, soundPanels } from './planted.ts';
import { nameOf, queriesOf } from './queries.ts';
import { rangeOf, timeValues } from './time.ts';
import { variableQuery } from './variable-query.ts';
import { variationsOf } from './variations.ts';

const sound = dashboardWith(...soundPanels);

it('queries are those of variables, annotations and panels, also in closed rows', () => {
  expect(queriesOf(sound).map((query) => `${nameOf(query)} ${query.shape}`)).toEqual([
    'planted / variable cluster / A labels',
    'planted / variable job / A labels',
    'planted / variable instance / A labels',
    'planted / annotation Starts / A range',
    'planted / Zombies / A range',
    'planted / Pids / A instant',
    'planted / Offenders / A instant',
    'planted / CPU / A range',
    'planted / A day ago / A instant',
    'planted / Restarts / A instant',
  ]);
});

it.each([
  [
    'label_values(up{job=~"$job", a="b,c"}, instance)',
    { kind: 'labels', expr: 'up{job=~"$job", a="b,c"}', label: 'instance' },
  ],
  ['label_values(cluster)', { kind: 'labels', expr: '', label: 'cluster' }],
  ['query_result(count(up))', { kind: 'instant', expr: 'count(up)' }],
])('%s', (text, expected) => {
  expect(variableQuery(text, 'variable a')).toEqual(expected);
});

it.each(['up', '', 'metrics(dockerhost_.*)'])('a variable that asks for %j is refused', (text) => {
  expect(() => variableQuery(text, 'variable a')).toThrow('variable a: expected label_values() or query_result()');
});

it.each([
  [{ span: '6h' }, { from: 78_400, to: 100_000, step: 60 }],
  [
    { span: '1h', interval: '>5m' },
    { from: 96_400, to: 100_000, step: 300 },
  ],
  [
    { span: '1d', interval: '$__interval' },
    { from: 13_600, to: 100_000, step: 108 },
  ],
])('%j', (query, expected) => {
  expect(rangeOf(query, 100_000)).toEqual(expected);
});

it('rates span four scrapes at least', () => {
  expect(timeValues({ from: 0, to: 3600, step: 60 })['__rate_interval']).toEqual({ raw: '240s' });
  expect(timeValues({ from: 0, to: 3600, step: 300 })['__rate_interval']).toEqual({ raw: '360s' });
});

it('hosts are chosen one by one where there is a single one to choose, else all and by cluster', () => {
  const names = variationsOf(sound).map(({ name, expectation }) => `${name}: ${expectation}`);
  expect(names).toHaveLength(20);
  expect(names).toContain('with cluster, calm.web.example:9713: healthy');
  const list = sound.templating?.list?.filter(({ name }) => name !== 'instance') ?? [];
  const ofFleet = variationsOf({ ...sound, templating: { list } });
  expect(ofFleet.map(({ name, expectation }) => `${name}: ${expectation}`)).toEqual([
    'without cluster, all hosts: full',
    'with cluster, all hosts: full',
    'with cluster, cluster web: healthy',
    'with cluster, clusters ci and web: full',
  ]);
});
