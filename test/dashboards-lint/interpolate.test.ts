import { describe, expect, it } from 'vitest';
import type { Variable } from '../../scripts/dashboards-lint/model/dashboard.ts';
import { interpolate } from '../../scripts/dashboards-lint/queries/interpolate.ts';
import { rateIntervalSeconds, standIns } from '../../scripts/dashboards-lint/queries/stand-ins.ts';
import { readVariableQuery } from '../../scripts/dashboards-lint/queries/variable-query.ts';
import { isVariable, variablesIn } from '../../scripts/dashboards-lint/queries/variables-in.ts';
import { parseDuration } from '../../scripts/rules-lint/promql/literals.ts';

const variable = (name: string, type: string, query: string): Variable => ({
  name,
  type,
  query,
  label: '',
  isMany: false,
  json: {},
});
const variables = [
  variable('top', 'custom', 'five : 5, ten : 10'),
  variable('window', 'interval', '1h,1d'),
  variable('limit', 'constant', '0.5'),
  variable('job', 'query', 'label_values(up, job)'),
];

describe.each([
  ['a number', 'topk($top, x)', 'topk(5, x)'],
  ['a format', 'topk(${top:raw}, x)', 'topk(5, x)'],
  ['brackets', 'topk([[top]], x)', 'topk(5, x)'],
  ['a duration', 'x[$window]', 'x[1h]'],
  ['a constant', 'x > $limit', 'x > 0.5'],
  ["Grafana's own", 'x[$__interval] offset ${__range}', `x[${standIns['__interval']}] offset ${standIns['__range']}`],
  ['one that begins like another', 'x > $__range_s', 'x > 21600'],
  ['within a text', 'x{a="$top",b=~\'${top}\',c=`$top`}', 'x{a="$top",b=~\'${top}\',c=`$top`}'],
  ['after a text with a quote in it', 'x{a="\\"$top"} > $top', 'x{a="\\"$top"} > 5'],
  ['what only Prometheus knows', 'x{} > $job', 'x{} > $job'],
  ['one that nobody defines', 'x[$nothing]', 'x[$nothing]'],
])('%s', (_, text, expected) => {
  it('is replaced where it is not within a text', () => {
    expect(interpolate(text, variables)).toBe(expected);
  });
});

it('a rate interval is known again in the tree', () => {
  expect(parseDuration(standIns['__rate_interval'] ?? '')).toBeCloseTo(rateIntervalSeconds, 6);
});

it('names of variables', () => {
  expect(variablesIn('$a ${b:regex} [[c]] ${__field.labels.d} ${__data.fields["e f"]} $1 ${2} $$ $')).toEqual([
    ...['a', 'b', 'c', '__field', '__data'],
  ]);
  expect(['$a', '${a}', '${a:regex}', '[[a]]'].map((text) => isVariable(text, 'a'))).toEqual([true, true, true, true]);
  expect(['$ab', '$a|b', 'a', '$a$b', ''].map((text) => isVariable(text, 'a'))).toEqual(Array(5).fill(false));
});

it('queries of variables', () => {
  expect(readVariableQuery('label_values(up{a=~"b,c"}, job)')).toEqual({ text: 'up{a=~"b,c"}', label: 'job' });
  expect(readVariableQuery(' query_result( topk(3, x) ) ')).toEqual({ text: 'topk(3, x)' });
  expect(readVariableQuery('label_values(job)')).toEqual({ problem: expect.stringMatching(/^neither label_values/) });
  expect(readVariableQuery('x'.repeat(1000))).toEqual({ problem: expect.stringMatching(/^.{80,170}$/) });
});
