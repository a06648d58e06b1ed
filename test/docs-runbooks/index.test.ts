import { expect, it } from 'vitest';
import { indexBegin, indexEnd, withIndex } from '../../scripts/docs/runbook-index.ts';
import { alertNames, pageText, rules } from './pages.ts';

const readme = pageText('README');

it('README.md has the index that the rules make: else run "npm run docs"', () => {
  expect(withIndex(readme, rules)).toBe(readme);
});

it('has a row for each rule, and a link for each alert', () => {
  const index = readme.slice(readme.indexOf(indexBegin), readme.indexOf(indexEnd));
  expect(index.split('\n').filter((line) => line.startsWith('| ['))).toHaveLength(rules.alerts.length);
  for (const name of alertNames) expect(index).toContain(`| [${name}](${name}.md) |`);
});
