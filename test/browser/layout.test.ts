import { describe, expect, it } from 'vitest';
import { sidewaysProblems, squeezedText, textSizes } from './checks/layout.ts';
import { pageHosts } from './support/hosts.ts';
import { desktop, paper, phone, tablet } from './support/sizes.ts';
import { unfold } from './support/unfold.ts';
import { originOf, setTextSize, visit } from './support/visit.ts';

const usual = 16;
const doubled = 2 * usual;

describe.each(pageHosts)('$name', (host) => {
  it('fits a phone, a tablet, a desktop and paper, with text as large as the reader wants it', async () => {
    const { page, devTools } = await visit(originOf(host), { path: '/?refresh=off' });
    await unfold(page);
    const sizesBefore = await textSizes(page);
    expect.soft(sizesBefore[0]).toBeGreaterThanOrEqual(12);

    for (const textSize of [usual, doubled]) {
      await setTextSize(devTools, textSize);
      for (const size of [phone, tablet, desktop]) {
        await page.setViewportSize(size);
        const where = `${size.width} px, text of ${textSize} px`;
        expect.soft(await sidewaysProblems(page), where).toEqual([]);
        expect.soft(await squeezedText(page), where).toEqual([]);
      }
    }
    expect.soft(await textSizes(page)).toEqual(sizesBefore.map((size) => 2 * size));

    await setTextSize(devTools, usual);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(paper);
    expect.soft(await sidewaysProblems(page), 'paper').toEqual([]);
  });
});
