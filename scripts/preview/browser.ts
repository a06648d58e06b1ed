import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import type { ShownDocument } from './document.ts';
import { width } from './list.ts';

/** Nobody listens there: every request is answered from memory, and all others are refused. */
const origin = 'http://preview.invalid';
/** CSS pixels. More than any dashboard has: tables that are out of sight stay empty. */
const tallest = 6000;
const packages = join(import.meta.dirname, 'node_modules');

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title>
<base href="${origin}/"><link rel="stylesheet" href="page.css"></head>
<body><div id="page"></div><script type="module" src="page.js"></script></body></html>`;

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** Files of packages, at the addresses at which Grafana has them. */
const published: readonly (readonly [address: RegExp, folder: string])[] = [
  [/^public\/build\/(img\/icons\/[\w/-]+\.svg)$/, '@grafana/ui/dist/public'],
  [/^public\/fonts\/inter\/(Inter-(?:Regular|Medium)\.woff2)$/, 'inter-ui/web'],
];

function publishedFile(path: string): Buffer | undefined {
  for (const [address, folder] of published) {
    const name = address.exec(path)?.[1];
    if (name !== undefined) return readFileSync(join(packages, folder, name));
  }
  return undefined;
}

const answerWith = (files: ReadonlyMap<string, Buffer>) => async (route: Route) => {
  const { origin: from, pathname } = new URL(route.request().url());
  const path = pathname.slice(1);
  const body = from === origin ? (files.get(path) ?? publishedFile(path)) : undefined;
  if (body === undefined) return route.abort();
  return route.fulfill({ body, contentType: types[path.split('.').at(-1) ?? ''] ?? 'text/plain' });
};

/** What goes wrong in the page fails the run: a picture with a hole in it is not made. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('requestfailed', (request) => complaints.push(`no answer to ${request.url()}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

/** The picture of a dashboard, as PNG. Errors: whatever the page complains of. */
export async function draw(
  browser: Browser,
  script: ReadonlyMap<string, Buffer>,
  shown: ShownDocument,
): Promise<Buffer> {
  const files = new Map(script)
    .set('index.html', Buffer.from(html))
    .set('document.json', Buffer.from(JSON.stringify(shown)));
  const context = await browser.newContext({
    viewport: { width, height: tallest },
    timezoneId: 'UTC',
    locale: 'en-US',
  });
  try {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.route('**', answerWith(files));
    await page.goto(`${origin}/index.html`);
    await page
      .waitForSelector('html[data-drawn]', { state: 'attached', timeout: 60_000 })
      .catch((error: unknown) => complaints.length > 0 || Promise.reject(error));
    await page.waitForLoadState('networkidle');
    if (complaints.length > 0) throw new Error(`${shown.file}: ${complaints.join('\n')}`);
    return await page.locator('#page').screenshot({ animations: 'disabled', caret: 'hide' });
  } finally {
    await context.close();
  }
}
