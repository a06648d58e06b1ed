/**
 * `npm run screenshots`: writes the pictures of the status page to docs/images. The exporter is the real one, on
 * fixture hosts of the tests; time and name of the machine are those of the host that is shown. What remains different
 * from run to run are the times that the answers took.
 */
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import { join, relative } from 'node:path';
import type { Browser } from 'playwright-core';
import manifest from '../package.json' with { type: 'json' };
import { launchChromium } from '../test/browser/support/chromium.ts';
import { type Site, startSite } from '../test/browser/support/site.ts';
import { type Picture, pictures, picturesFolder, shownHosts } from './screenshots/pictures.ts';

const root = join(import.meta.dirname, '..');

/** The exporter takes the time and the name of this machine for those of the host. */
function pretend(name: string, now: number): void {
  os.hostname = () => name;
  Date.now = () => now * 1000;
}

async function take(browser: Browser, { origin }: Site, picture: Picture): Promise<void> {
  const { width, height, colorScheme } = picture;
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1, colorScheme });
  const page = await context.newPage();
  const answer = await page.goto(`${origin}/`);
  if (answer?.status() !== 200) throw new Error(`${origin}/: ${answer?.status()}`);
  const path = join(root, picturesFolder, picture.file);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  await context.close();
  process.stdout.write(`wrote ${relative(root, path)}\n`);
}

mkdirSync(join(root, picturesFolder), { recursive: true });
const browser = await launchChromium();
try {
  for (const { name, builder, now } of shownHosts) {
    pretend(name, now);
    const site = await startSite(builder, manifest.version);
    try {
      for (const picture of pictures.filter(({ host }) => host === name)) await take(browser, site, picture);
    } finally {
      await site.close();
    }
  }
} finally {
  await browser.close();
}
