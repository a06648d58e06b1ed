import { expect, it } from 'vitest';
import { overlay2 } from '../hosts/overlay2.ts';
import { goesTo, staysFor } from './checks/refresh.ts';
import { originOf, visit } from './support/visit.ts';

const origin = originOf(overlay2);

it.each([true, false])('asks for itself again, JavaScript %s', async (javaScript) => {
  const seen = await visit(origin, { javaScript });
  expect(await goesTo(seen, 300)).toBe(`${origin}/`);
  expect(seen.incidents).toEqual([]);
});

it('asks not so often that it is a load', async () => {
  expect(await staysFor(await visit(origin), 9)).toBe(true);
});

it('stands still when it is told to', async () => {
  expect(await staysFor(await visit(origin, { path: '/?refresh=off' }), 3600)).toBe(true);
});

it('has links from the one form of the page to the other', async () => {
  const { page } = await visit(origin);
  await page.locator('a[href*="refresh=off"]').click();
  expect(page.url()).toBe(`${origin}/?refresh=off`);
  await page.locator('a[href="/"]').first().click();
  expect(page.url()).toBe(`${origin}/`);
});
