import { describe, expect, it } from 'vitest';
import { structureOf, structureProblems } from './checks/structure.ts';
import { pageHosts } from './support/hosts.ts';
import { originOf, visit } from './support/visit.ts';

const sections = ['findings', 'engine', 'daemon', 'processes', 'containers', 'mounts', 'advisories', 'unseen'];

describe.each(pageHosts)('$name', (host) => {
  it('can be heard: landmarks, headings, tables; no section is missing', async () => {
    const { page } = await visit(originOf(host), { javaScript: false });
    const structure = await structureOf(page);
    expect(structureProblems(structure)).toEqual([]);
    expect(structure.sections.map(({ id }) => id)).toEqual(expect.arrayContaining(sections));
  });
});
