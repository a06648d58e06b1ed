import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
/** Folders that hold nobody's pages, or pages of others. */
const foreign = ['node_modules', 'dist', 'coverage', 'tmp', '.git'];

/** Every Markdown file of the repository, from its root. */
export function markdownFiles(folder = ''): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return foreign.includes(entry.name) ? [] : markdownFiles(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** All code blocks of one language. */
export const codeBlocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(fence)].filter((match) => match[1] === language).map((match) => match[2] ?? '');

/** Their lines. */
export const codeLines = (text: string, language: string): readonly string[] =>
  codeBlocks(text, language).flatMap((block) => block.split('\n'));

/** What stands in backquotes outside of code blocks. */
export const inlineCode = (text: string): readonly string[] =>
  [...text.replaceAll(fence, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');

/** The targets of links outside of code, without those to other sites. */
export function relativeLinks(text: string): readonly string[] {
  const prose = text.replaceAll(fence, '').replaceAll(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1] ?? '');
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** What a heading is called in a link, as GitHub makes it. */
export const anchorsOf = (text: string): readonly string[] =>
  [...text.replaceAll(fence, '').matchAll(/^#{1,6} (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The file and the anchor that a link on a page leads to. */
export function resolveLink(page: string, target: string): { readonly file: string; readonly anchor?: string } {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  return anchor === undefined ? { file } : { file, anchor };
}
