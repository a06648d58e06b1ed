import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readTimeline } from '../../scripts/docs/incident-timeline.ts';
import { needPromtool, testRules } from '../rules/support/promtool.ts';
import { promtoolFile } from './support/promtool-file.ts';

const names = ['incident-a', 'incident-b'];
const pathOf = (file: string): string => join(import.meta.dirname, file);

let results: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  needPromtool();
  results = await testRules(
    names.map((name) => pathOf(`${name}.test.yml`)),
    1,
  );
}, 300_000);

it.each(names)('%s.test.yml is what its timeline says', async (name) => {
  const text = promtoolFile(readTimeline(pathOf(`${name}.timeline.yml`)), `${name}.timeline.yml`);
  await expect(text).toMatchFileSnapshot(pathOf(`${name}.test.yml`));
});

it.each(names)('%s: each alert fires when its timeline says, and no other', (name) => {
  expect(results.get(pathOf(`${name}.test.yml`))).toBe('SUCCESS');
});
