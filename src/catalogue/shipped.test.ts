import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alertNames } from '../diagnosis/report/alerts.ts';
import { lifeComponents } from '../model/advisory.ts';
import { withoutVectors } from './catalogue.ts';
import { filesOf } from './directory.ts';
import { loadDirectory } from './load.ts';
import { shippedCatalogue } from './shipped.ts';

const root = join(import.meta.dirname, '../..');
const directory = join(root, 'advisories');
const files = filesOf(directory);
const { advisories, endOfLife } = loadDirectory(directory);

it('what was built is what stands in the files', () => {
  expect(shippedCatalogue()).toEqual({ advisories: advisories.map(withoutVectors), endOfLife });
  expect(advisories.length).toBeGreaterThan(0);
});

it('there is a table for each component', () => {
  expect(endOfLife.map(({ component }) => component).sort()).toEqual([...lifeComponents].sort());
});

describe.each(advisories.map((advisory) => [advisory.id, advisory] as const))('%s', (_id, { explains, vectors }) => {
  it('explains alerts that there are', () => {
    expect(explains?.filter((name) => !(alertNames as readonly string[]).includes(name)) ?? []).toEqual([]);
  });

  it('has a vector with something missing or malformed', () => {
    expect(vectors.map(({ verdict }) => verdict)).toContain('unknown');
  });
});

const schemas: readonly (readonly [path: string, schema: string])[] = [
  ...files.advisories.map((path) => [path, 'advisory'] as const),
  ...files.endOfLife.map((path) => [path, 'life-table'] as const),
  ...files.notEncoded.map((path) => [path, 'not-encoded'] as const),
];

it.each(schemas.map(([path, schema]) => [basename(path), path, schema]))(
  '%s names its schema to editors',
  (_name, path, schema) => {
    const [first = ''] = readFileSync(path, 'utf8').split('\n');
    const named = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1] ?? '';
    expect(join(dirname(path), named)).toBe(join(directory, 'schema', `${schema}.json`));
  },
);

it('neither YAML nor a schema is loaded to read it, only for a directory', () => {
  const script = `
    import { createRequire } from 'node:module';
    import { catalogueOf } from './dist/catalogue/catalogue.js';
    const { cache } = createRequire(process.cwd() + '/package.json');
    const packages = () => [...new Set(Object.keys(cache).flatMap((path) => /node_modules.(\\w+)/.exec(path)?.[1] ?? []))];
    await catalogueOf(undefined);
    const before = packages();
    await catalogueOf('/nowhere').catch(() => {});
    console.log(JSON.stringify([before, packages()]));
  `;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  const [before, after] = JSON.parse(stdout) as [string[], string[]];
  expect(before).toEqual([]);
  expect(after).toEqual(expect.arrayContaining(['ajv', 'yaml']));
});
