import { expect, it } from 'vitest';
import { textOf } from './checks/words.ts';
import { markup, markupHost } from './support/markup-host.ts';
import { originOf, visit } from './support/visit.ts';

it.each([true, false])('shows names that are markup as they are, JavaScript %s', async (javaScript) => {
  const origin = originOf(markupHost);
  const { page, incidents } = await visit(origin, { javaScript });
  const text = await textOf(page, 'main');
  for (const name of Object.values(markup)) expect(text).toContain(name);
  expect(await page.locator('script, img, base, style:not(head > style)').count()).toBe(0);
  expect(incidents).toEqual([]);
});

it('has a policy that stops what would be let through all the same', async () => {
  const { page, incidents } = await visit(originOf(markupHost));
  await page.locator('h1').evaluate((heading: { innerHTML: string }, text) => {
    heading.innerHTML = text;
  }, '<img src="/metrics" onerror="alert(1)"><iframe src="/"></iframe>');
  await expect.poll(() => incidents.join('\n')).toMatch(/Content Security Policy.*img-src/);
  await page.waitForLoadState('networkidle');
  expect(incidents.filter((incident) => incident.startsWith('dialog'))).toEqual([]);
});
