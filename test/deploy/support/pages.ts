import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeBlocks, inlineCode, relativeLinks, resolveLink } from '../../docs/markdown.ts';
import { root } from './configs.ts';

export const pages = ['docs/prometheus.md', 'docs/grafana.md'] as const;

/** Where the checkout is in what the pages say. */
export const installed = '/opt/docker-host-exporter';

export const pageText = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Top-level folders of the repository that a path may begin with. */
const path = /(?<![\w./#-])(?:deploy|rules|dashboards|docs|test|src|scripts)\/[\w./*-]*/g;

/** Every path of the repository that a page names: in links, in code, in commands and in the text. */
export function pathsIn(page: string, text = pageText(page)): readonly string[] {
  const links = relativeLinks(text).map((target) => resolveLink(page, target).file);
  const prose = text.replaceAll(/\]\([^)]*\)/g, ']').replaceAll(`${installed}/`, ' ');
  const named = [...prose.matchAll(path)].map(([match]) => match.replace(/[.,]+$/, ''));
  return [...new Set([...links, ...named])];
}

/** What a shell command of a page that begins so is, in one line. @throws if there is none, or more than one */
export function commandIn(page: string, beginning: string): string {
  const lines = codeBlocks(pageText(page), 'sh').flatMap((block) => block.split('\n'));
  const [line, ...others] = lines.filter((each) => each.startsWith(beginning));
  if (line === undefined || others.length > 0) throw new Error(`expected one command ${beginning} in ${page}`);
  return line;
}

export const yamlIn = (page: string): readonly string[] => codeBlocks(pageText(page), 'yaml');

export const codeIn = (page: string): readonly string[] => inlineCode(pageText(page));
