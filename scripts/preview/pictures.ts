/**
 * Writes pictures of the dashboards to docs/images: the committed JSON, answered by a real Prometheus that scraped the
 * real exporter on the fixture hosts of test/dashboards, drawn with the components that Grafana publishes. Not Grafana,
 * which every picture says. What the components cannot draw is shown as a table and says so.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../test/browser/support/chromium.ts';
import { startSite } from '../../test/dashboards/support/site.ts';
import { undoAll } from '../../test/e2e/support/lifetime.ts';
import { documentOf, type WholeDashboard } from './answers.ts';
import { draw } from './browser.ts';
import { bundle } from './bundle.ts';
import { largest, list } from './list.ts';
import manifest from './package.json' with { type: 'json' };
import { smaller } from './smaller.ts';

const root = join(import.meta.dirname, '../..');
const version = manifest.devDependencies['@grafana/ui'];

const script = await bundle();
const browser = await launchChromium();
try {
  const site = await startSite();
  for (const picture of list) {
    const dashboard = JSON.parse(readFileSync(join(root, picture.dashboard), 'utf8')) as WholeDashboard;
    const png = smaller(await draw(browser, script, await documentOf(site, dashboard, picture, version)));
    if (png.length > largest) throw new Error(`${picture.file}: ${png.length} bytes, expected at most ${largest}`);
    writeFileSync(join(root, picture.file), png);
    process.stdout.write(`wrote ${picture.file}, ${png.length} bytes\n`);
  }
} finally {
  await browser.close();
  await undoAll('file');
}
