import type { BrowserContext, Page, Request, Response } from 'playwright-core';

/**
 * Writes down whatever a page of this origin must never do: show a dialog, complain on the console (a breach of its
 * Content-Security-Policy is told there), throw, open another page, ask another origin, or ask in vain.
 */
export function watchFor(context: BrowserContext, page: Page, origin: string): readonly string[] {
  const incidents: string[] = [];
  const note = (kind: string, text: string): void => void incidents.push(`${kind}: ${text.slice(0, 200)}`);
  page.on('dialog', (dialog) => {
    note('dialog', dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (message) => note(`console ${message.type()}`, message.text()));
  page.on('pageerror', (error) => note('error', error.message));
  page.on('crash', () => note('crash', page.url()));
  page.on('requestfailed', (request) => note('failed request', request.url()));
  page.on('response', (response) => noteRefused(response, note));
  context.on('request', (request) => noteForeign(request, origin, note));
  context.on('page', (another) => note('another page', another.url()));
  return incidents;
}

type Note = (kind: string, text: string) => void;

function noteForeign(request: Request, origin: string, note: Note): void {
  if (new URL(request.url()).origin !== origin) note('request to another origin', request.url());
}

function noteRefused(response: Response, note: Note): void {
  if (response.status() >= 400) note(`HTTP ${response.status()}`, response.url());
}
