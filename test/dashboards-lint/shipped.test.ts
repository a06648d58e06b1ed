import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findingText } from '../../scripts/dashboards-lint/finding.ts';
import { lint } from '../../scripts/dashboards-lint/lint.ts';
import { runtimeRegistry } from '../../scripts/dashboards-lint/registry/runtime.ts';
import { exporterRegistry } from '../../scripts/rules-lint/registry/registry.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => ({ path, text: readFileSync(join(root, path), 'utf8') });
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => read(`${folder}/${name}`));

const files = filesIn('dashboards', '.json');

it('reads the dashboards that are shipped', () => {
  expect(files.map(({ path }) => path)).toEqual(['exporter', 'fleet', 'host'].map((name) => `dashboards/${name}.json`));
});

it('finds nothing in them for which there is no reason, and no reason for nothing', async () => {
  const scraped = exporterRegistry();
  const runtime = await runtimeRegistry(scraped.get('up')?.labels ?? new Map());
  const findings = lint({
    files,
    rules: filesIn('rules', '.rules.yml'),
    registry: new Map([...scraped, ...runtime]),
    runbooks: readdirSync(join(root, 'docs/runbooks')),
    reasons: read('dashboards/lint-reasons.yml'),
  });
  expect(findings.map(findingText)).toEqual([]);
});
