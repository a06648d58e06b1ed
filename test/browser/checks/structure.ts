import type { Page } from 'playwright-core';
import type { Document } from '../support/dom.ts';

declare const document: Document;

/** What a page says of its parts to a reader who hears it. */
interface Structure {
  readonly language: string;
  readonly title: string;
  readonly mains: number;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  readonly sections: readonly { readonly id: string; readonly labelledBy: string; readonly label: string }[];
  readonly tables: readonly { readonly caption: string; readonly headers: number; readonly cells: number }[];
  readonly headers: readonly { readonly text: string; readonly scope: string }[];
}

export const structureOf = (page: Page): Promise<Structure> =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const text = (element: { textContent: string | null } | null): string => element?.textContent?.trim() ?? '';
    return {
      language: document.documentElement.getAttribute('lang') ?? '',
      title: document.title.trim(),
      mains: all('main').length,
      headings: all('h1, h2, h3, h4, h5, h6').map((heading) => ({
        level: Number(heading.tagName.slice(1)),
        text: text(heading),
      })),
      sections: all('main section').map((section) => {
        const label = document.getElementById(section.getAttribute('aria-labelledby') ?? '');
        return { id: section.id, labelledBy: label?.tagName ?? 'nothing', label: text(label) };
      }),
      tables: all('table').map((table) => ({
        caption: text(table.querySelector('caption')),
        headers: [...table.querySelectorAll('th')].length,
        cells: [...table.querySelectorAll('td')].length,
      })),
      headers: all('th').map((header) => ({ text: text(header), scope: header.getAttribute('scope') ?? 'none' })),
    };
  });

const scopes = ['col', 'row', 'colgroup', 'rowgroup'];

/** What a reader who hears the page instead of seeing it would miss. */
export const structureProblems = (structure: Structure): readonly string[] => [
  ...documentProblems(structure),
  ...headingProblems(structure),
  ...structure.sections
    .filter(({ labelledBy, label }) => labelledBy !== 'H2' || label === '')
    .map(({ id, labelledBy }) => `section #${id} has no h2 as its name: ${labelledBy}`),
  ...structure.tables.flatMap(tableProblems),
  ...structure.headers
    .filter(({ scope }) => !scopes.includes(scope))
    .map(({ text, scope }) => `th "${text}": scope ${scope}`),
];

function documentProblems({ language, title, mains }: Structure): readonly string[] {
  const problems = [
    language === 'en' ? '' : `the language is "${language}"`,
    title === '' ? 'no title' : '',
    mains === 1 ? '' : `${mains} of main, expected one`,
  ];
  return problems.filter((problem) => problem !== '');
}

function headingProblems({ headings }: Structure): readonly string[] {
  const tops = headings.filter(({ level }) => level === 1).length;
  const skipped = headings.filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1);
  return [
    ...(tops === 1 ? [] : [`${tops} of h1, expected one`]),
    ...skipped.map(({ level, text }) => `h${level} "${text}" skips a level`),
  ];
}

function tableProblems({ caption, headers, cells }: Structure['tables'][number]): readonly string[] {
  const problems = [
    caption === '' ? 'a table without caption' : '',
    headers === 0 ? `table "${caption}" has no header` : '',
    cells === 0 ? `table "${caption}" has no cell` : '',
  ];
  return problems.filter((problem) => problem !== '');
}
