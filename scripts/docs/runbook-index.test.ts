import { expect, it } from 'vitest';
import { rulesOf } from './rule-files.ts';
import { indexBegin, indexEnd, indexTable, withIndex } from './runbook-index.ts';

const rule = (alert: string, severity: string, summary: string) =>
  `{ alert: ${alert}, expr: 'x > 0', for: 5m, labels: { severity: ${severity} }, annotations: { summary: ${summary} } }`;
const rules = rulesOf(`groups: [{ name: g, rules: [
  ${rule('B', 'info', 'b.')}, ${rule('C', 'critical', '"c | d."')}, ${rule('A', 'info', 'a.')}, ${rule('B', 'warning', 'w.')} ] }]`);

it('has the worst first, then goes by name', () => {
  expect(indexTable(rules).split('\n').slice(2)).toEqual([
    '| [C](C.md) | critical | c \\| d. | 5m |',
    '| [B](B.md) | warning | w. | 5m |',
    '| [A](A.md) | info | a. | 5m |',
    '| [B](B.md) | info | b. | 5m |',
  ]);
});

it('leaves what is written by hand as it is', () => {
  const made = withIndex(`# T\n\n${indexBegin}\nold\n${indexEnd}\n\nend\n`, rules);
  expect(made).toBe(`# T\n\n${indexBegin}\n\n${indexTable(rules)}\n\n${indexEnd}\n\nend\n`);
  expect(withIndex(made, rules)).toBe(made);
});

it.each(['', indexBegin, indexEnd, `${indexEnd}${indexBegin}`, `${indexBegin}${indexBegin}${indexEnd}`])(
  'says what it expected: %j',
  (page) => expect(() => withIndex(page, rules)).toThrow(`expected the lines ${indexBegin} and ${indexEnd} once each`),
);
