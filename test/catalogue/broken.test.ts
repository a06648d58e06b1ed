import { expect, it } from 'vitest';
import { brokenConditions } from './broken-conditions.ts';
import { brokenForms } from './broken-forms.ts';
import { brokenRanges } from './broken-ranges.ts';
import { brokenYaml } from './broken-yaml.ts';
import { advisoryDirectory, changed, goodAdvisory, goodList, goodTable, problemsIn, withCondition } from './files.ts';

for (const [what, text, ...lines] of [...brokenYaml, ...brokenForms, ...brokenRanges, ...brokenConditions]) {
  it(`${what} in an advisory`, () => {
    expect(problemsIn(advisoryDirectory({ 'spin.yaml': text }))).toEqual(lines);
  });
}

const tables: readonly (readonly [what: string, text: string, line: string])[] = [
  [
    'component of another file',
    changed('component: engine', 'component: kernel', goodTable),
    'end-of-life/engine.yaml:1:12: expected the name of the file, "engine", got "kernel"',
  ],
  [
    'component that nobody knows',
    changed('component: engine', 'component: runc', goodTable),
    'end-of-life/engine.yaml:1:12: expected engine, containerd, kernel or distribution, got "runc"',
  ],
  [
    'day that there is not',
    changed('2023-12-10', '2023-13-10', goodTable),
    'end-of-life/engine.yaml:6:29: expected a day of the calendar, got "2023-13-10"',
  ],
  [
    'end that is no date',
    changed('supported', 'soon', goodTable),
    'end-of-life/engine.yaml:7:26: expected a date such as \'2026-11-22\', or supported, got "soon"',
  ],
  [
    'cycle twice',
    changed("'29'", "'20.10'", goodTable),
    'end-of-life/engine.yaml:7:14: expected each cycle once, got "20.10" again',
  ],
  [
    'cycle without quotes',
    changed("'20.10'", '20.10', goodTable),
    "end-of-life/engine.yaml:6:14: expected the leading part of a version in quotes, such as '20.10' or 'debian 12', got 20.1",
  ],
];

it.each(tables)('a table with %s', (_what, text, line) => {
  expect(problemsIn(advisoryDirectory({ 'end-of-life/engine.yaml': text }))).toEqual([line]);
});

it('a table that is broken is not told twice by the advisories that need it', () => {
  const text = withCondition('end_of_life: engine');
  const table = changed('supported', 'soon', goodTable);
  expect(problemsIn(advisoryDirectory({ 'spin.yaml': text, 'end-of-life/engine.yaml': table }))).toHaveLength(1);
});

it('what is not encoded is no mapping, has each id once, and is no advisory', () => {
  const problemsOf = (text: string) =>
    problemsIn(advisoryDirectory({ 'spin.yaml': goodAdvisory, 'not-encoded.yaml': text }));
  expect(problemsOf(goodList)).toEqual([]);
  expect(problemsOf('a: 1')).toEqual([
    'not-encoded.yaml:1:1: expected a list of facts that are no advisories, got a mapping',
  ]);
  expect(problemsOf(goodList + goodList)).toEqual([
    'not-encoded.yaml:6:7: expected each id once, got "lo-stays" again',
  ]);
  expect(problemsOf(changed('lo-stays', 'spin', goodList))).toEqual([
    'not-encoded.yaml:1:7: expected no advisory of that id, got spin.yaml',
  ]);
});
