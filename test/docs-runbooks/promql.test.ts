import { parser } from '@prometheus-io/lezer-promql';
import { describe, expect, it } from 'vitest';
import { metricNames } from '../docs/declared.ts';
import { codeBlocks } from '../docs/markdown.ts';
import { pageNames, pageText, rules } from './pages.ts';

const recorded = rules.records.map(({ record }) => record);

/** Names of series in an expression, and whether it can be parsed at all. */
function read(expr: string): { readonly isPromQl: boolean; readonly names: readonly string[] } {
  const names: string[] = [];
  let isPromQl = true;
  parser.parse(expr).iterate({
    enter: (node) => {
      if (node.type.isError) isPromQl = false;
      if (node.name === 'Identifier') names.push(expr.slice(node.from, node.to));
    },
  });
  return { isPromQl, names };
}

/** `instance:…` and the like, wherever a page names them. */
const recordingsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b[a-z_]+:dockerhost_\w+:\w+/g)].map(([name]) => name);

describe.each(pageNames)('%s', (name) => {
  const text = pageText(name);

  it('has expressions that Prometheus can read, over series that there are', () => {
    for (const expr of codeBlocks(text, 'promql')) {
      const { isPromQl, names } = read(expr);
      expect(isPromQl, expr).toBe(true);
      const unknown = names.filter((series) => ![...metricNames, ...recorded, 'up'].includes(series));
      expect(unknown, expr).toEqual([]);
    }
  });
  it('names recorded series that the rules record', () => {
    expect(recordingsIn(text).filter((series) => !recorded.includes(series))).toEqual([]);
  });
});

it('the check itself knows an expression that is none', () => {
  expect(read('sum by (a) (x > )').isPromQl).toBe(false);
  expect(read('rate(x[5m]) > on (a) y')).toEqual({ isPromQl: true, names: ['x', 'y'] });
});
