import type { Page } from 'playwright-core';
import type { Document, Element } from '../support/dom.ts';

declare const document: Document;

interface Link {
  readonly href: string;
  readonly rel: string;
  /** Whether a link within the page leads to something. */
  readonly isFound: boolean;
}

const linksOf = (page: Page): Promise<readonly Link[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a')].map((link: Element) => {
      const href = link.getAttribute('href') ?? '';
      const isFound = href.startsWith('#') && document.getElementById(href.slice(1)) !== null;
      return { href, rel: link.getAttribute('rel') ?? '', isFound };
    }),
  );

/** The links that lead nowhere. Nothing outside of this machine is asked: of such links only the form is judged. */
export async function linkProblems(page: Page): Promise<readonly string[]> {
  const links = await linksOf(page);
  const unique = [...new Map(links.map((link) => [link.href, link])).values()];
  const problems = await Promise.all(unique.map((link) => problemOf(link, page.url())));
  return problems.filter((problem) => problem !== undefined);
}

async function problemOf({ href, rel, isFound }: Link, base: string): Promise<string | undefined> {
  if (href === '') return 'a link without an address';
  if (href.startsWith('#')) return isFound ? undefined : `${href} leads to nothing on the page`;
  const target = new URL(href, base);
  if (target.origin === new URL(base).origin) return refusalOf(target);
  if (target.protocol !== 'https:') return `${href} is not https`;
  return rel.split(' ').includes('noreferrer') ? undefined : `${href} tells the other site where it stands`;
}

async function refusalOf(target: URL): Promise<string | undefined> {
  const response = await fetch(target);
  await response.arrayBuffer();
  return response.status === 200 ? undefined : `${target.pathname}${target.search}: HTTP ${response.status}`;
}
