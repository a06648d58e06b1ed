import type { Page } from 'playwright-core';
import type { Document } from './dom.ts';

declare const document: Document;

/** Opens what is folded up, as a reader does who wants to see all. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.setAttribute('open', '');
  });
