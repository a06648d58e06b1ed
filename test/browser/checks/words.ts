import type { Page } from 'playwright-core';

/** Text as a page shows it: code without its backticks, one space for any white space. */
export const plain = (text: string): string => text.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim();

/** Where each of these stands in the text, looking on from where the one before ended; -1: not there. */
export function positionsOf(text: string, parts: readonly string[]): readonly number[] {
  let from = 0;
  return parts.map((part) => {
    const wanted = plain(part);
    const found = text.indexOf(wanted, from);
    if (found === -1) return text.indexOf(wanted);
    from = found + wanted.length;
    return found;
  });
}

/** The names of alerts in a text, in its order. */
export const alertNamesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bDocker(?:d|Engine|Host|ThinPool)[A-Z]\w+/g)].map(([name]) => name);

/** What a reader sees of the first element that is meant, as plain text. */
export async function textOf(page: Page, selector: string): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen counts, with the room between cells
  return plain(await page.locator(selector).first().innerText());
}
