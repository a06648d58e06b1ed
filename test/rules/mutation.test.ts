import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { equivalentMutants } from './support/equivalent-mutants.ts';
import { type Mutant, mutantsOfRule, rulesFileOf, testFilesOf, titleOf } from './support/mutants.ts';
import { needPromtool, testRules } from './support/promtool.ts';
import { rules } from './support/rule-files.ts';

/** Each rule as it is, too: its share of the tests has to pass, or a mutant would be taken for noticed. */
const unchanged: readonly Mutant[] = rules.map((rule) => ({ title: titleOf(rule), rule, mutated: rule }));
const mutants = rules.flatMap(mutantsOfRule);

let folder = '';
let results: ReadonlyMap<string, string> = new Map();

const pathsOf = (all: readonly Mutant[], label: string): readonly (readonly string[])[] =>
  all.map((mutant, index) => {
    const rulesFile = `${label}-${index}.rules.json`;
    writeFileSync(join(folder, rulesFile), JSON.stringify(rulesFileOf(mutant)));
    return testFilesOf(mutant, rulesFile).map((file, part) => {
      const path = join(folder, `${label}-${index}-${part}.test.json`);
      writeFileSync(path, JSON.stringify(file));
      return path;
    });
  });

let paths: { readonly unchanged: readonly (readonly string[])[]; readonly mutants: readonly (readonly string[])[] };

beforeAll(async () => {
  needPromtool();
  folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  paths = { unchanged: pathsOf(unchanged, 'unchanged'), mutants: pathsOf(mutants, 'mutant') };
  results = await testRules([...paths.unchanged, ...paths.mutants].flat(), 40);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const outputsOf = (of: readonly string[] | undefined): readonly string[] =>
  (of ?? []).map((path) => results.get(path) ?? 'not run');

describe('rules as they are', () => {
  it.each(unchanged.map(({ title }, index) => [title, index] as const))('%s passes its tests', (_, index) => {
    const outputs = outputsOf(paths.unchanged[index]);
    expect(outputs).not.toEqual([]);
    expect(outputs.filter((output) => output !== 'SUCCESS')).toEqual([]);
  });
});

describe('mutants', () => {
  it('there are some of every rule that compares', () => {
    expect(mutants.length).toBeGreaterThan(3 * rules.filter(({ alert }) => alert !== undefined).length);
  });

  it.each(mutants.map(({ title }, index) => [title, index] as const))('%s', (title, index) => {
    const outputs = outputsOf(paths.mutants[index]);
    const noticed = outputs.filter((output) => output !== 'SUCCESS');
    // What cannot be loaded or evaluated is no mutant but a mistake of whoever made it.
    for (const output of noticed) expect(output).toMatch(/exp:/);
    const isNoticed = noticed.length > 0;
    expect(isNoticed).toBe(equivalentMutants[title] === undefined);
  });

  it('every equivalent mutant is one', () => {
    const titles = mutants.map(({ title }) => title);
    expect(Object.keys(equivalentMutants).filter((title) => !titles.includes(title))).toEqual([]);
  });
});
