import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, valuesOf } from '../../test/page/markup.ts';
import { html } from './html.ts';
import { runbookPage, runbookStyle } from './runbook-page.ts';

const names = new Set(['A', 'B-c', 'README']);
const pageOf = (text: string): string => runbookPage('A', text, names);
const mainOf = (text: string): string => /<main class="runbook">\n([\s\S]*)<\/main>/.exec(pageOf(text))?.[1] ?? '';

it('is as wide as the screen, and can be read by its headings', () => {
  const page = pageOf('# A\n\nIt is so.\n\n## What to do\n\nThis.\n\n#### Then\n');
  expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
  expect(mainOf('# A\n\nIt is so.\n\n## What to do: `it`\n\nThis.\n\n#### Then\n')).toBe(
    '<h1 id="a">A</h1>\n<pre>It is so.</pre>\n<h2 id="what-to-do-it">What to do: `it`</h2>\n<pre>This.</pre>\n<h3 id="then">Then</h3>\n',
  );
  expect(parse(page).text).toMatch(/^A – docker-host-exporter A It is so\. What to do This\. Then This host/);
});

it('takes no comment in code for a heading, and keeps its indents', () => {
  const code = '```sh\n# list <them>\n  ls\n```';
  expect(mainOf(`# A\n\n${code}\n\n## B\n`)).toContain(`<pre>${code.replace('<them>', '&lt;them&gt;')}</pre>\n<h2`);
});

it.each([
  ['[that](B-c.md)', '<a href="/docs/runbooks/B-c.md">that</a>'],
  ['([two\nwords](B-c.md#its-place)).', '(<a href="/docs/runbooks/B-c.md#its-place">two\nwords</a>).'],
  ['see B-c.md.', 'see <a href="/docs/runbooks/B-c.md">B-c.md</a>.'],
  ['B-c.md#its-place', '<a href="/docs/runbooks/B-c.md#its-place">B-c.md#its-place</a>'],
  ['`docs/runbooks/A.md`', '`<a href="/docs/runbooks/A.md">docs/runbooks/A.md</a>`'],
  ['[A.md](A.md) README.md', '<a href="/docs/runbooks/A.md">A.md</a> <a href="/docs/runbooks/README.md">README.md</a>'],
  ['[<i>](A.md)', '<a href="/docs/runbooks/A.md">&lt;i&gt;</a>'],
])('%j has a link', (text, expected) => expect(mainOf(text)).toBe(`<pre>${expected}</pre>\n`));

it.each([
  '[x](D.md)',
  'D.md',
  '[README.md](../../README.md)',
  '/etc/A.md',
  'xA.md',
  'A.mdx',
  'A.md/b',
  '[x](javascript:A.md)',
])('%j has none', (text) => expect(mainOf(text)).toBe(`<pre>${text}</pre>\n`));

it('has a style that comes out of a template as it is', () => {
  expect(html`${runbookStyle}`.toString()).toBe(runbookStyle);
});

it('leads to the other runbooks only where they are', () => {
  expect(valuesOf(parse(runbookPage('A', '', new Set())), 'href')).toEqual(['data:,', '/']);
  expect(valuesOf(parse(pageOf('')), 'href')).toEqual(['data:,', '/', '/docs/runbooks/README.md']);
});

describe('the runbooks that come with the exporter', () => {
  const folder = join(import.meta.dirname, '../../docs/runbooks');
  const shipped = fs.readdirSync(folder).map((file) => file.replace(/\.md$/, ''));
  const all = new Set(shipped);
  const pages = new Map(
    shipped.map((name) => [name, parse(runbookPage(name, fs.readFileSync(join(folder, `${name}.md`), 'utf8'), all))]),
  );

  it.each(shipped)('%s has one title, each id once, and no link that leads nowhere', (name) => {
    const page = pages.get(name) ?? parse('');
    const ids = valuesOf(page, 'id');
    expect(page.elements.filter((element) => element.name === 'h1')).toHaveLength(1);
    expect(new Set(ids).size).toBe(ids.length);
    const links = valuesOf(page, 'href').filter((address) => address.startsWith('/docs/'));
    const dead = links.filter((address) => {
      const [, to = '', anchor] = /^\/docs\/runbooks\/([\w-]+)\.md(?:#(.+))?$/.exec(address) ?? [];
      const target = pages.get(to);
      return target === undefined || (anchor !== undefined && !valuesOf(target, 'id').includes(anchor));
    });
    expect(dead).toEqual([]);
    expect(page.text).not.toMatch(/\]\([\w-]+\.md/);
  });

  it('README leads to all others', () => {
    const readme = pages.get('README') ?? parse('');
    const links = valuesOf(readme, 'href');
    for (const name of shipped) expect(links).toContain(`/docs/runbooks/${name}.md`);
  });
});
