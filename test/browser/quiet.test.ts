import { describe, expect, it } from 'vitest';
import { structureOf } from './checks/structure.ts';
import { pageHosts } from './support/hosts.ts';
import { originOf, visit } from './support/visit.ts';

describe.each(pageHosts)('$name', (host) => {
  it('says the same with and without JavaScript, asks nothing of others and keeps to its policy', async () => {
    const origin = originOf(host);
    const withScript = await visit(origin);
    const without = await visit(origin, { javaScript: false });
    expect((await structureOf(withScript.page)).headings).toEqual((await structureOf(without.page)).headings);
    expect(await withScript.page.locator('script').count()).toBe(0);
    expect([...withScript.incidents, ...without.incidents]).toEqual([]);
  });
});
