import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/**
 * Lints files that are planted in a copy of the tree's outline, all in one run of the linter with the
 * rules of this repository, and returns the paths of those that break a wall.
 */
function lintPlanted(cases: readonly (readonly [path: string, specifier: string])[]): ReadonlySet<string> {
  const directory = fs.mkdtempSync(join(os.tmpdir(), 'walls-'));
  try {
    const rules = JSON.parse(fs.readFileSync(join(root, 'biome.json'), 'utf8')) as Record<string, unknown>;
    delete rules['vcs']; // the copy is no git checkout
    delete rules['$schema'];
    fs.writeFileSync(join(directory, 'biome.json'), JSON.stringify(rules));
    for (const [path, specifier] of cases) {
      const file = join(directory, path);
      fs.mkdirSync(dirname(file), { recursive: true });
      fs.writeFileSync(file, `import * as planted from '${specifier}';\n\nexport const used = planted;\n`);
    }
    const { stdout } = spawnSync(
      join(root, 'node_modules/.bin/biome'),
      ['lint', '--reporter=json', '--max-diagnostics=none', '.'],
      {
        cwd: directory,
        encoding: 'utf8',
      },
    );
    const report = JSON.parse(stdout) as {
      diagnostics: { category: string; location: { path: string | { file: string } } }[];
    };
    const breaches = report.diagnostics.filter(({ category }) => category === 'lint/style/noRestrictedImports');
    return new Set(breaches.map(({ location: { path } }) => (typeof path === 'string' ? path : path.file)));
  } finally {
    fs.rmSync(directory, { recursive: true });
  }
}

/** Every case is a file of its own, so that one finding cannot hide another. */
const plant = (room: string, specifier: string, number: number, ending = '.ts') =>
  [`src/${room}/planted-${number}${ending}`, specifier] as const;

const forbidden = (
  [
    ['parse', 'node:fs'],
    ['parse', 'node:fs/promises'],
    ['parse', '../sources/deadline.ts'],
    ['model', '../parse/loadavg.ts'],
    ['diagnosis', '../sources/procfs/host-files.ts'],
    ['collectors', 'prom-client'],
    ['collectors', '../host/observer.ts'],
    ['sources', '../http/build-app.ts'],
    ['sources/engine', '../../http/build-app.ts'],
    ['sources', 'node:child_process'],
    ['commands', 'node:child_process'],
    ['http', 'node:fs'],
    ['http', '../sources/procfs/host-reader.ts'],
    ['http', 'dockerode'],
    ['exposition', 'fastify'],
    ['exposition', '@fastify/compress'],
    ['config', 'node:process'],
    ['model', '../versions/engine.ts'],
    ['model', '../catalogue/shipped.ts'],
    ['parse', '../versions/engine.ts'],
    ['parse', '../advisories/evaluate.ts'],
    ['versions', '../parse/text.ts'],
    ['versions', '../advisories/evaluate.ts'],
    ['versions', 'node:util'],
    ['versions', 'yaml'],
    ['advisories', '../parse/text.ts'],
    ['advisories', '../catalogue/load.ts'],
    ['advisories', 'node:fs'],
    ['advisories', 'ajv'],
    ['catalogue', 'node:fs/promises'],
    ['catalogue', 'node:child_process'],
    ['catalogue', 'node:worker_threads'],
    ['catalogue', '../parse/text.ts'],
    ['catalogue', '../sources/clock.ts'],
    ['catalogue', '../config/suggest.ts'],
    ['catalogue', 'commander'],
    ['sources', '../catalogue/catalogue.ts'],
    ['host', '../catalogue/catalogue.ts'],
    ['diagnosis', '../catalogue/shipped.ts'],
    ['diagnosis/report', '../../catalogue/shipped.ts'],
    ['collectors', '../catalogue/shipped.ts'],
    ['exposition', '../catalogue/shipped.ts'],
    ['http', '../catalogue/shipped.ts'],
    ['config', '../catalogue/catalogue.ts'],
    ['sources', 'yaml'],
    ['commands', 'yaml'],
    ['commands', 'ajv/dist/2020.js'],
    ['http', 'ajv'],
    ['page', 'node:crypto'],
    ['page', 'node:fs/promises'],
    ['page', 'fastify'],
    ['page', '../exposition/render.ts'],
    ['page', '../sources/clock.ts'],
    ['page', '../http/build-app.ts'],
    ['page', '../catalogue/shipped.ts'],
    ['model', '../page/html.ts'],
    ['diagnosis', '../page/html.ts'],
    ['exposition', '../page/page.ts'],
    ['sources', '../page/html.ts'],
  ] as const
).map(([room, specifier], index) => plant(room, specifier, index));

const allowed = [
  plant('parse', '../model/reading.ts', 100),
  plant('sources', 'node:fs', 101),
  plant('sources/engine', 'dockerode', 102),
  plant('exposition', 'prom-client', 103),
  plant('http', '@fastify/compress', 104),
  plant('parse', 'node:fs', 105, '.test.ts'),
  plant('catalogue', 'node:fs', 106),
  plant('catalogue', 'node:path', 107),
  plant('catalogue', 'node:url', 108),
  plant('catalogue', 'yaml', 109),
  plant('catalogue', 'ajv', 110),
  plant('catalogue', '../advisories/evaluate.ts', 111),
  plant('catalogue', '../versions/engine.ts', 112),
  plant('advisories', '../versions/engine.ts', 113),
  plant('diagnosis', '../advisories/evaluate.ts', 114),
  plant('diagnosis', '../versions/engine.ts', 115),
  plant('commands', '../catalogue/catalogue.ts', 116),
  plant('page', '../diagnosis/report/report.ts', 118),
  plant('page', '../model/report.ts', 119),
  plant('http', '../page/style.ts', 120),
  plant('commands', '../page/page.ts', 121),
  // A file of the name of a room is no room.
  plant('collectors', './advisories.ts', 117),
];

describe('the walls between the rooms', () => {
  const breaches = lintPlanted([...forbidden, ...allowed]);

  it.each(forbidden)('%s may not import %s', (path) => expect(breaches).toContain(path));

  it.each(allowed)('%s may import %s', (path) => expect(breaches).not.toContain(path));

  it('has a wall for every room', () => {
    const { overrides } = JSON.parse(fs.readFileSync(join(root, 'biome.json'), 'utf8')) as {
      overrides: { includes: string[] }[];
    };
    const walled = overrides.flatMap(({ includes }) => includes);
    const rooms = fs.readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of rooms) expect(walled).toContain(`src/${name}/**`);
  });
});
