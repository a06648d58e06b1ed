import type { Page } from 'playwright-core';
import type { ComputedStyle, Document, Element } from '../support/dom.ts';

declare const document: Document;
declare const getComputedStyle: ComputedStyle;

/**
 * What does not fit the width of the window: the document, if it can be scrolled sideways, and each element that ends
 * beyond the window and is in no box of its own that scrolls. Hiding what sticks out does not make it fit.
 */
export const sidewaysProblems = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(element)['overflowX'] ?? '') || scrolls(element.parentElement));
    const sticksOut = (element: Element): boolean => {
      const { right, left, width, height } = element.getBoundingClientRect();
      const isThere = width > 1 && height > 1;
      return isThere && (right > clientWidth + 1 || left < -1) && !scrolls(element.parentElement);
    };
    const cut = (element: Element): boolean =>
      element.scrollWidth > element.clientWidth + 1 &&
      ['hidden', 'clip'].includes(getComputedStyle(element)['overflowX'] ?? '') &&
      element.clientWidth > 1;
    const shown = (element: Element): string => element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 120);
    const document_ = scrollWidth > clientWidth ? [`the document is ${scrollWidth} px wide in ${clientWidth} px`] : [];
    const elements = [...document.body.querySelectorAll('*')];
    return [
      ...document_,
      ...elements.filter(sticksOut).map((element) => `sticks out: ${shown(element)}`),
      ...elements.filter(cut).map((element) => `is cut off: ${shown(element)}`),
    ].slice(0, 8);
  });

/** Text of several words in a column that has room for a few letters only. */
export const squeezedText = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const few = 5;
    const isSqueezed = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(element)['fontSize'] ?? '');
      return width > 1 && width < few * size * 0.5 && height > few * size;
    };
    const squeezed = [...document.body.querySelectorAll('*')].filter(isSqueezed);
    return squeezed.slice(0, few).map((element) => element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 120));
  });

/** Sizes of text in CSS pixels, each size once, the smallest first. */
export const textSizes = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const withText = [...document.body.querySelectorAll('*')].filter((element) => element.textContent?.trim() !== '');
    const sizes = withText.map((element) => Number.parseFloat(getComputedStyle(element)['fontSize'] ?? ''));
    return [...new Set(sizes)].sort((a, b) => a - b);
  });
