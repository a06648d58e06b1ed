import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectors } from '../../src/collectors/index.ts';
import type { CollectorName } from '../../src/config/config.ts';
import { type FlagTable, flagTable } from '../../src/config/flags.ts';
import { ownMetrics } from '../../src/exposition/own-metrics.ts';
import { root } from './markdown.ts';

/** Every metric that the exporter declares. */
export const metricNames: readonly string[] = [...collectors.flatMap(({ metrics }) => metrics), ...ownMetrics].map(
  ({ name }) => name,
);

/** The flags, with the summaries of the collectors as their help. */
export function flagTableOfCollectors(): FlagTable {
  const summaries = Object.fromEntries(collectors.map(({ name, summary }) => [name, summary]));
  return flagTable(summaries as Record<CollectorName, string>);
}

/** All sources of the exporter as one text, without the tests. */
export function sourceText(): string {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return sources.map((file) => readFileSync(join(root, 'src', file), 'utf8')).join('\n');
}

/** The scripts of package.json. */
export function scriptNames(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  return Object.keys(scripts);
}
