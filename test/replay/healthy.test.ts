import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { needPromtool, testRules } from '../rules/support/promtool.ts';
import { healthyFile, type Stretch } from './support/healthy-file.ts';

const day = 24 * 60;
/** The week as coarse as Prometheus can do it, and a working day as it is scraped in life. */
const stretches: readonly Stretch[] = [
  { name: 'healthy-week', from: 0, length: 7 * day, interval: 5 },
  { name: 'healthy-day', from: 2 * day, length: day, interval: 1 },
];
const pathOf = ({ name }: Stretch): string => join(import.meta.dirname, `${name}.test.yml`);

let results: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  needPromtool();
  results = await testRules(stretches.map(pathOf), 1);
}, 300_000);

it.each(stretches)('$name.test.yml is what the hosts say', async (stretch) => {
  await expect(healthyFile(stretch)).toMatchFileSnapshot(pathOf(stretch));
});

it.each(stretches)('$name: no alert on three hosts that are well', (stretch) => {
  expect(results.get(pathOf(stretch))).toBe('SUCCESS');
});
