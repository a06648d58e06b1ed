import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules } from '../../scripts/docs/rule-files.ts';
import { root } from '../docs/markdown.ts';

export const rules = loadRules(join(root, 'rules'));
export const alertNames: readonly string[] = [...new Set(rules.alerts.map(({ alert }) => alert))];

const folder = join(root, 'docs/runbooks');
/** Pages about more than one alert. */
export const otherPages = ['README', 'safe-clean-up'];
/** All pages by name, without `.md`. */
export const pageNames: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.md$/, ''));
export const alertPages = pageNames.filter((name) => !otherPages.includes(name));
export const pageText = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8');

/** The sections that each page of an alert has, in this order. */
export const template = [
  'Meaning',
  'Impact',
  'Timing',
  'Diagnosis',
  'Mitigation',
  'Do not',
  'Verify',
  'False positives',
] as const;
export type Section = (typeof template)[number];

export interface Heading {
  readonly title: string;
  readonly text: string;
}

/** The sections of a page by `##`. A comment in a code block begins with one `#`, so it is none. */
export const sectionsOf = (text: string): readonly Heading[] =>
  text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return { title, text: lines.join('\n') };
    });

export const sectionOf = (text: string, section: Section): string =>
  sectionsOf(text).find(({ title }) => title === section)?.text ?? '';
