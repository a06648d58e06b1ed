import { describe, expect, it } from 'vitest';
import { incident2014 } from '../hosts/incident-2014.ts';
import { textOf } from './checks/words.ts';
import { hostsOfUnknownEngine } from './support/hosts.ts';
import { phone } from './support/sizes.ts';
import { tidyHost } from './support/tidy-host.ts';
import { originOf, visit } from './support/visit.ts';

const engineTile = '.tile[href="#engine"]';

describe.each(hostsOfUnknownEngine)('$name', (host) => {
  it('has a tile for its Engine that is not well', async () => {
    const { page } = await visit(originOf(host));
    expect(await textOf(page, engineTile)).toMatch(/^Engine .* unknown$/);
    expect(await page.locator(`${engineTile}.unknown`).count()).toBe(1);
    expect(await page.locator('[data-status="unknown"]').count()).toBe(1);
  });
});

it('an Engine that is heard has one that is well', async () => {
  const { page } = await visit(originOf(tidyHost));
  expect(await textOf(page, engineTile)).toBe('Engine answers ok');
});

it('names on a phone what is wrong without scrolling, and leads to what to do', async () => {
  const { page } = await visit(originOf(incident2014), { ...phone, path: '/?refresh=off' });
  const named = page.locator('.alerts a');
  expect(await named.allTextContents()).toEqual([
    'DockerdFdsNearLimit',
    'DockerHostZombies',
    'DockerThinPoolNearFull',
    'DockerHostNeedsRecycle',
    '3 more',
  ]);
  const last = await named.last().boundingBox();
  expect((last?.y ?? Number.NaN) + (last?.height ?? 0)).toBeLessThan(phone.height);
  await named.first().click();
  const todo = page.locator('#DockerdFdsNearLimit dl');
  await expect.poll(async () => (await todo.boundingBox())?.y).toBeLessThan(phone.height / 2); // it scrolls smoothly
});

it('what is folded up opens for a link to it', async () => {
  const { page } = await visit(originOf(incident2014), { path: '/?refresh=off' });
  const folded = page.locator('#notes .finding').first();
  expect(await folded.isVisible()).toBe(false);
  await page.goto(`${originOf(incident2014)}/?refresh=off#${await folded.getAttribute('id')}`);
  expect(await folded.isVisible()).toBe(true);
});
