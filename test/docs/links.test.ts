import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectors } from '../../src/collectors/index.ts';
import { environmentVariable, rowsOf } from '../../src/config/flags.ts';
import { flagTableOfCollectors, sourceText } from './declared.ts';
import {
  anchorsOf,
  codeLines,
  inlineCode,
  markdownFiles,
  relativeLinks,
  resolveLink,
  root,
  textOf,
} from './markdown.ts';
import { unknownFlags, unknownMetrics, unknownScripts, unknownVariables } from './names.ts';

const pages = markdownFiles();
/** Pages that tell of the present. The changelog and the decisions may name what there was once. */
const presentPages = pages.filter((page) => page !== 'CHANGELOG.md' && !page.startsWith('docs/decisions/'));
const generated = ['docs/configuration.md', 'docs/metrics.md', 'docs/advisories.md'];

it('finds the pages', () => {
  expect(pages).toEqual(
    expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/http.md', 'test/hosts/README.md']),
  );
});

describe.each(pages)('%s', (page) => {
  const text = textOf(page);

  it('has no link that leads nowhere', () => {
    const broken = relativeLinks(text).filter((target) => {
      const { file, anchor } = resolveLink(page, target);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(textOf(file)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

describe.each(presentPages.filter((page) => !generated.includes(page)))('%s names only what there is:', (page) => {
  const text = textOf(page);

  it('metrics', () => expect(unknownMetrics(text)).toEqual([]));
  it('flags', () => expect(unknownFlags(text)).toEqual([]));
  it('environment variables', () => expect(unknownVariables(text)).toEqual([]));
  it('npm scripts', () => expect(unknownScripts(text)).toEqual([]));
  it('files of the repository', () => {
    const paths = inlineCode(text).filter((code) =>
      /^(?:src|test|docs|scripts|bench|advisories)\/[\w./-]+$/.test(code),
    );
    const folder = page.startsWith('test/') ? join(page, '..') : '.';
    const missing = paths.filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, folder, path)));
    expect(missing).toEqual([]);
  });
});

describe('README.md', () => {
  const readme = textOf('README.md');

  it('shows lines of the golden exposition that it names', () => {
    const shown = codeLines(readme, 'prometheus').filter((line) => line !== '');
    const golden = textOf('test/golden/devicemapper-leaking.prom').split('\n');
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((line) => !golden.includes(line))).toEqual([]);
  });

  it('has a row for each collector', () => {
    for (const { name } of collectors) expect(readme).toContain(`| \`${name}\` |`);
  });

  it('quotes messages as the sources have them', () => {
    const section = readme.split('## Troubleshooting')[1]?.split('\n## ')[0] ?? '';
    const rows = section
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2);
    const quoted = rows.flatMap((row) => inlineCode(row.split(' | ')[1] ?? ''));
    expect(quoted.length).toBeGreaterThan(10);
    const sources = sourceText();
    expect(quoted.filter((message) => !sources.includes(message))).toEqual([]);
  });
});

describe('the check itself', () => {
  it('knows a metric, a flag, a variable and a script that are not there', () => {
    expect(unknownMetrics('`dockerhost_daemon_up` `dockerhost_ghosts` `dockerhost_data_root_*`')).toEqual([
      'dockerhost_ghosts',
    ]);
    expect(
      unknownFlags('--docker.host=x --no-collector.host --no-docker.host --docker.hosts --[no-]collector.x'),
    ).toEqual(['--no-docker.host', '--docker.hosts']);
    const [flag = ''] = rowsOf(flagTableOfCollectors()).map(([name]) => name);
    expect(unknownVariables(`${environmentVariable(flag)} DOCKER_HOST_EXPORTER_PORTS`)).toEqual([
      'DOCKER_HOST_EXPORTER_PORTS',
    ]);
    expect(unknownScripts('npm run docs, npm run doc, npm test')).toEqual(['doc']);
  });

  it('knows a heading by its anchor', () => {
    expect(anchorsOf('# A\n\n## Under pressure: `now`\n')).toEqual(['a', 'under-pressure-now']);
    expect(relativeLinks('[a](b.md#c) [d](https://e.f/) `[g](h.md)`')).toEqual(['b.md#c']);
  });
});
