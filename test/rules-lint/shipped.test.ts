import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findingText, lint } from '../../scripts/rules-lint/lint.ts';
import { exporterRegistry } from '../../scripts/rules-lint/registry/registry.ts';

const root = join(import.meta.dirname, '../..');
const files = readdirSync(join(root, 'rules'))
  .filter((name) => name.endsWith('.rules.yml'))
  .sort()
  .map((name) => ({ path: `rules/${name}`, text: readFileSync(join(root, 'rules', name), 'utf8') }));

const runbooks = readdirSync(join(root, 'docs/runbooks'));
const findings = lint({ files, registry: exporterRegistry(), runbooks });

it('finds nothing in the rules that are shipped', () => {
  expect(files.map(({ path }) => path)).toContain('rules/docker-host.rules.yml');
  expect(findings.filter(({ check }) => check !== 'runbook-page').map(findingText)).toEqual([]);
});

it('finds a runbook for each alert and an alert for each runbook', () => {
  expect(findings.filter(({ check }) => check === 'runbook-page').map(findingText)).toEqual([]);
});
