import { describe, expect, it } from 'vitest';
import { parseExposition } from '../../test/e2e/support/exposition.ts';
import type { MetricSpec } from '../model/sample.ts';
import { render } from './render.ts';

const gauge: MetricSpec = { name: 'dockerhost_a', type: 'gauge', help: 'A \\ and\na line end.', labels: { l: 'free' } };
const counter: MetricSpec = { name: 'dockerhost_b_total', type: 'counter', help: 'B.' };
const info: MetricSpec = { name: 'dockerhost_c_info', type: 'info', help: 'C.', labels: { version: 'free' } };
const silent: MetricSpec = { name: 'dockerhost_d', type: 'gauge', help: 'D.' };
const specs = [gauge, counter, info, silent];
const samples = [
  { metric: 'dockerhost_c_info', labels: { version: '1' }, value: 1 },
  { metric: 'dockerhost_a', labels: { l: 'x' }, value: 1.5 },
  { metric: 'dockerhost_b_total', value: 0 },
];

it('writes text in the order of the declarations, and nothing of a metric without samples', async () => {
  expect((await render(specs, samples, 'text')).replaceAll('\n\n', '\n')).toBe(
    [
      '# HELP dockerhost_a A \\\\ and\\na line end.',
      '# TYPE dockerhost_a gauge',
      'dockerhost_a{l="x"} 1.5',
      '# HELP dockerhost_b_total B.',
      '# TYPE dockerhost_b_total counter',
      'dockerhost_b_total 0',
      '# HELP dockerhost_c_info C.',
      '# TYPE dockerhost_c_info gauge',
      'dockerhost_c_info{version="1"} 1',
      '',
    ].join('\n'),
  );
});

it('writes OpenMetrics: a counter has its suffix on the sample alone, and the end is marked', async () => {
  const text = await render(specs, samples, 'openMetrics');
  expect(text).toContain('# TYPE dockerhost_b counter\ndockerhost_b_total 0\n');
  expect(text.match(/# EOF/g)).toHaveLength(1);
  expect(text.endsWith('\n# EOF\n')).toBe(true);
  expect(text).not.toContain('\n\n');
});

describe.each(['text', 'openMetrics'] as const)('%s', (format) => {
  it.each(['"', '\\', '\n', '\\n', 'a"b\\c\nd', 'größe 大', '', '{}=,'])('keeps the label value %j', async (value) => {
    const text = await render(specs, [{ metric: 'dockerhost_a', labels: { l: value }, value: 1 }], format);
    const series = parseExposition(text).samples('dockerhost_a');
    expect(series).toEqual([{ name: 'dockerhost_a', labels: { l: value }, value: 1 }]);
  });

  it('takes no sample of a metric or a label that is not declared', async () => {
    await expect(render(specs, [{ metric: 'dockerhost_x', value: 1 }], format)).rejects.toThrow(
      'a sample of dockerhost_x, which no collector declares',
    );
    await expect(
      render(specs, [{ metric: 'dockerhost_a', labels: { other: '' }, value: 1 }], format),
    ).rejects.toThrow();
  });

  it('remembers nothing from one scrape to the next', async () => {
    await render(specs, [{ metric: 'dockerhost_a', labels: { l: 'old' }, value: 1 }], format);
    expect(await render(specs, [{ metric: 'dockerhost_a', labels: { l: 'new' }, value: 1 }], format)).not.toContain(
      'old',
    );
    const twice = [await render(specs, samples, format), await render(specs, samples, format)];
    expect(twice[0]).toBe(twice[1]); // a counter would have grown
  });
});
