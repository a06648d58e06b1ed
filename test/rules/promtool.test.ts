import { beforeAll, describe, expect, it } from 'vitest';
import { needPromtool, promtool, testRules } from './support/promtool.ts';
import { nameOf, rulePaths, testPaths } from './support/rule-files.ts';

let results: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  needPromtool();
  results = await testRules(testPaths, 4);
}, 300_000);

describe('promtool', () => {
  it.each(rulePaths.map((path) => [nameOf(path), path] as const))('%s has nothing to complain of', async (_, path) => {
    const { code, output } = await promtool(['check', 'rules', '--lint=all', '--lint-fatal', path]);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('SUCCESS') });
  });

  it.each(testPaths.map((path) => [nameOf(path), path] as const))('%s', (_, path) => {
    expect(results.get(path)).toBe('SUCCESS');
  });

  it('a test that is not true is told', async () => {
    const { code } = await promtool(['test', 'rules', `${import.meta.dirname}/support/untrue.yml`]);
    expect(code).not.toBe(0);
  });
});
