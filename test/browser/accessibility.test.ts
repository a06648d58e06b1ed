import { describe, expect, it } from 'vitest';
import { incident2014 } from '../hosts/incident-2014.ts';
import { overlay2 } from '../hosts/overlay2.ts';
import { axeProblems } from './checks/axe.ts';
import { pageHosts } from './support/hosts.ts';
import { phone } from './support/sizes.ts';
import { unfold } from './support/unfold.ts';
import { originOf, visit } from './support/visit.ts';

const standingStill = { path: '/?refresh=off', bypassCSP: true } as const;
/** What another set of colours changes. */
const ofColours = ['color-contrast', 'link-in-text-block'];

describe.each(pageHosts)('$name', (host) => {
  it('has nothing for axe to find, light and dark', async () => {
    const { page } = await visit(originOf(host), standingStill);
    await unfold(page);
    expect.soft(await axeProblems(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await axeProblems(page, ofColours)).toEqual([]);
  });
});

it('has nothing for axe to find on a phone in the dark', async () => {
  const { page } = await visit(originOf(incident2014), { ...standingStill, ...phone, colorScheme: 'dark' });
  await unfold(page);
  expect(await axeProblems(page)).toEqual([]);
});

it('breaks no other rule by asking for itself again than the one against that', async () => {
  const { page } = await visit(originOf(overlay2), { bypassCSP: true });
  const problems = await axeProblems(page);
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['meta-refresh']);
});
