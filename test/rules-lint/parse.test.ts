import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr } from '../../scripts/rules-lint/promql/ast.ts';
import { parseExpr } from '../../scripts/rules-lint/promql/parse.ts';
import { readTemplate } from '../../scripts/rules-lint/templates/template.ts';
import { findingsIn, groupText } from './rules.ts';

/** A tree as text with all its parentheses. */
function shown(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return String(expr.value);
    case 'text':
      return JSON.stringify(expr.value);
    case 'selector':
      return `${expr.metric}${expr.matchers.map(({ label, operator, value }) => `{${label}${operator}${value}}`).join('')}`;
    case 'window':
      return `${shown(expr.of)}[${expr.seconds}]`;
    case 'shifted':
      return `shifted(${shown(expr.of)})`;
    case 'unary':
      return `-${shown(expr.of)}`;
    case 'call':
      return `${expr.name}(${expr.args.map(shown).join(', ')})`;
    case 'aggregate':
      return `${expr.operator} ${expr.clause} (${expr.labels.join()}) (${expr.args.map(shown).join(', ')})`;
    case 'binary':
      return `(${shown(expr.left)} ${expr.operator}${expr.bool ? ' bool' : ''} ${shown(expr.right)})`;
  }
}

const read = (text: string): string => {
  const parsed = parseExpr(text);
  return 'expr' in parsed ? shown(parsed.expr) : `${parsed.from}: ${parsed.problem}`;
};

describe('parseExpr', () => {
  it.each([
    ['a - b offset 6h > 20', '((a - shifted(b)) > 20)'],
    ['a + b offset 5m * c', '(a + (shifted(b) * c))'],
    ['a + b[5m:1m]', '(a + b[300])'],
    ['a or b and c unless d', '(a or ((b and c) unless d))'],
    ['a - b - c', '((a - b) - c)'],
    ['a ^ b ^ c', '(a ^ (b ^ c))'],
    ['(a - b) offset 1m', 'shifted((a - b))'],
    ['-a * 2', '(-a * 2)'],
    ['a >= bool 1e3', '(a >= bool 1000)'],
    ['SUM BY (x, y,) (a{b="c\\"d",e!~`f`})', 'sum by (x,y) (a{b=c"d}{e!~f})'],
    ['sum(a) without (x)', 'sum without (x) (a)'],
    ['max(a)', 'max by () (a)'],
    ['predict_linear(a[1h30m], 24 * 3600)', 'predict_linear(a[5400], (24 * 3600))'],
    ['a # what it is\n + b', '(a + b)'],
    ['{"a.b", "c d"="e"}', 'a.b{c d=e}'],
    ['a @ end()', 'shifted(a)'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree);
  });

  it.each([
    ['', '0: not PromQL at its end'],
    ['a +', '3: not PromQL at its end'],
    ['5 foo', '2: not PromQL at "foo"'],
    ['a{b="c}', '7: not PromQL at its end'],
    ['('.repeat(300), '0: nested deeper than 200'],
    ['a+'.repeat(3000), '0: longer than 4000 characters'],
  ])('is not %s', (text, problem) => {
    expect(read(text)).toBe(problem);
  });

  it('reads how sides are matched', () => {
    expect(parseExpr('a / on (x, y) group_left (z) b')).toMatchObject({
      expr: { matching: { clause: 'on', labels: ['x', 'y'], many: 'left', included: ['z'] } },
    });
    expect(parseExpr('a / ignoring (x) group_right b')).toMatchObject({
      expr: { matching: { clause: 'ignoring', labels: ['x'], many: 'right', included: [] } },
    });
  });
});

const words = ['dockerhost_threads', 'up', '{', '}', '(', ')', '[', ']', '5m', 'sum', 'by', 'without', 'on', 'offset']
  .concat(['group_left', 'and', 'or', '-', '/', '^', '>', 'bool', '@', '"', "'", '\\', '=~', ',', 'state', ':', 'rate'])
  .concat([
    '{{',
    '}}',
    'range',
    'query',
    'printf',
    '%q',
    '$labels.a',
    '.Labels.b',
    'end',
    'else',
    '|',
    'label_replace',
  ]);
const sentences = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(' '));
const texts = fc.oneof(fc.string({ unit: 'binary' }), sentences);

describe('no text makes it throw', () => {
  it('as an expression', () => {
    fc.assert(
      fc.property(texts, (text) => void expect(parseExpr(text)).toBeTypeOf('object')),
      { numRuns: 2000 },
    );
    expect(parseExpr('('.repeat(4000))).toHaveProperty('problem');
    expect(parseExpr('-'.repeat(4000))).toHaveProperty('problem');
    expect(parseExpr('a+'.repeat(1999))).toHaveProperty('problem');
  });
  it('as a template', () => {
    fc.assert(fc.property(texts, (text) => void expect(readTemplate(text)).toBeTypeOf('object')));
  });
  it('as rules, whatever their parts', () => {
    const rule = fc.record({ alert: texts, expr: texts, description: texts, for: texts, label: texts });
    const property = fc.property(fc.array(rule, { maxLength: 3 }), texts, (rules, text) => {
      const alerts = rules.map(({ description, label, ...each }) => ({
        ...each,
        labels: { label },
        annotations: { description },
      }));
      expect(findingsIn(groupText(alerts))).toBeInstanceOf(Array);
      expect(findingsIn(text)).toBeInstanceOf(Array);
    });
    fc.assert(property);
  });
});
