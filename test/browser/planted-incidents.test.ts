import { describe, expect, it } from 'vitest';
import { pageWith, plant } from './support/planted.ts';
import { visit } from './support/visit.ts';

/** Nothing listens on it. */
const closedPort = 9;

describe('what a page must never do is seen', () => {
  it.each([
    ['a dialog', pageWith('<script>alert(1)</script>'), /^dialog: 1$/m],
    ['an error on the console', pageWith('<script>console.error("no")</script>'), /^console error: no$/m],
    ['an error that nobody catches', pageWith('<script>throw new Error("oops")</script>'), /^error: oops$/m],
    [
      'a request to another origin',
      pageWith(`<img alt="" src="http://127.0.0.1:${closedPort}/x">`),
      /another origin: .*\/x$/m,
    ],
    ['a request in vain', pageWith('<img alt="" src="/none">'), /^HTTP 404: .*\/none$/m],
    ['another page', pageWith('<script>open("/")</script>'), /^another page: /m],
  ])('%s', async (_, page, told) => {
    const { page: shown, incidents } = await visit(await plant(page));
    await shown.waitForLoadState('networkidle');
    expect(incidents.join('\n')).toMatch(told);
  });

  it.each([true, false])('a breach of the policy, JavaScript %s', async (javaScript) => {
    const page = pageWith('<p style="color: red">red</p>');
    const { incidents } = await visit(await plant(page, "default-src 'none'"), { javaScript });
    expect(incidents.join('\n')).toMatch(/Content Security Policy/);
  });

  it('nothing of a page that does nothing', async () => {
    const { incidents } = await visit(await plant(pageWith('<p>text</p>')));
    expect(incidents).toEqual([]);
  });
});
