import { describe, expect, it } from 'vitest';
import { linkProblems } from './checks/links.ts';
import { pageHosts } from './support/hosts.ts';
import { originOf, visit } from './support/visit.ts';

describe.each(pageHosts)('$name', (host) => {
  it('has no link that leads nowhere', async () => {
    const origin = originOf(host);
    const { page } = await visit(origin);
    expect(await linkProblems(page)).toEqual([]);
  });
});
