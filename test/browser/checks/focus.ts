import type { Page } from 'playwright-core';
import type { ComputedStyle, Document } from '../support/dom.ts';

declare const document: Document;
declare const getComputedStyle: ComputedStyle;

export interface Stop {
  /** `a /metrics`, or `body` when the focus has left the page. */
  readonly element: string;
  /** The look of the element and of its edge: with focus another one than without. */
  readonly isVisible: boolean;
}

const currentStop = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element.matches('body, html')) return { element: 'body', isVisible: true };
    const style = getComputedStyle(element);
    const outline = style['outlineStyle'] !== 'none' && Number.parseFloat(style['outlineWidth'] ?? '0') >= 1;
    const shadow = style['boxShadow'] !== 'none';
    const { width, height } = element.getBoundingClientRect();
    const name = `${element.tagName.toLowerCase()} ${element.getAttribute('href') ?? element.id}`;
    return { element: name, isVisible: (outline || shadow) && width > 0 && height > 0 };
  });

/** Where the key Tab leads from the start of the page on, until it leaves the page. */
export async function tabStops(page: Page, most = 300): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const stop = await currentStop(page);
    if (stop.element === 'body') break;
    stops.push(stop);
  }
  return stops;
}

/** Every link with its address, in the order of the page. */
export const linkAddresses = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''));
