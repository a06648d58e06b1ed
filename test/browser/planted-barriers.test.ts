import { describe, expect, it } from 'vitest';
import { axeProblems } from './checks/axe.ts';
import { structureOf, structureProblems } from './checks/structure.ts';
import { pageWith, plant } from './support/planted.ts';
import { visit } from './support/visit.ts';

describe('what cannot be heard is seen', () => {
  const table = (caption: string, rows: string): string => `<table>${caption}<tbody>${rows}</tbody></table>`;
  const caption = '<caption>c</caption>';
  it.each([
    ['<h1>second</h1>', '2 of h1'],
    ['<h3>deep</h3>', 'h3 "deep" skips a level'],
    ['<section id="s"><p>x</p></section>', 'section #s has no h2'],
    ['<section id="s" aria-labelledby="h"><h3 id="h">x</h3></section>', 'section #s has no h2'],
    [table('', '<tr><th scope="row">a</th><td>b</td></tr>'), 'a table without caption'],
    [table(caption, '<tr><th>a</th><td>b</td></tr>'), 'th "a": scope none'],
    [table(caption, '<tr><td>b</td></tr>'), 'table "c" has no header'],
    [table(caption, '<tr><th scope="col">a</th></tr>'), 'table "c" has no cell'],
    ['</main><main>', '2 of main'],
  ])('%s', async (body, told) => {
    const { page } = await visit(await plant(pageWith(body)));
    expect(structureProblems(await structureOf(page)).join('\n')).toContain(told);
  });

  it('a page without language and title', async () => {
    const { page } = await visit(await plant('<!doctype html><main><h1>x</h1></main>'));
    expect(structureProblems(await structureOf(page))).toEqual(['the language is ""', 'no title']);
  });
});

describe('what axe has to find', () => {
  it.each([
    ['color-contrast', pageWith('<p style="color: #aaa; background: #fff">pale</p>')],
    ['image-alt', pageWith('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')],
    ['meta-refresh', pageWith('<p>x</p>', '<meta http-equiv="refresh" content="30">')],
  ])('%s', async (rule, page) => {
    const { page: shown } = await visit(await plant(page, "default-src 'none'; style-src 'unsafe-inline'"), {
      bypassCSP: true,
    });
    expect((await axeProblems(shown)).map((problem) => problem.split(' ')[0])).toContain(rule);
  });

  it('contrast that is missing in the dark alone', async () => {
    const dark = '<style>@media (prefers-color-scheme: dark) { p { color: #333; background: #222 } }</style>';
    const { page } = await visit(await plant(pageWith('<p>text</p>', dark)), { bypassCSP: true });
    expect(await axeProblems(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect((await axeProblems(page)).join('\n')).toMatch(/^color-contrast /);
  });
});
