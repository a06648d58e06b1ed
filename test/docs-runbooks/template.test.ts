import { describe, expect, it } from 'vitest';
import { anchorsOf, textOf } from '../docs/markdown.ts';
import { alertNames, alertPages, otherPages, pageNames, pageText, rules, sectionsOf, template } from './pages.ts';

it('every alert has a page, and every page an alert', () => {
  expect(alertNames.length).toBeGreaterThan(35);
  expect([...alertPages].sort()).toEqual([...alertNames].sort());
  expect(pageNames).toEqual(expect.arrayContaining(otherPages));
});

describe.each(alertPages)('%s', (name) => {
  const text = pageText(name);
  const sections = sectionsOf(text);

  it('has the alert as its title and a sentence below it', () => {
    expect(text).toMatch(new RegExp(`^# ${name}\n\n[A-Za-z][^#]+\\.\n\n## Meaning\n`));
  });

  it('has the sections of the template in their order, none of them empty', () => {
    expect(sections.map(({ title }) => title)).toEqual(template);
    expect(sections.filter((section) => section.text.trim().length < 20)).toEqual([]);
  });
});

it.each(pageNames)('%s holds no stubs, nothing of one machine, no line that is too long', (name) => {
  const text = pageText(name);
  expect(text).not.toMatch(/\b(?:TODO|FIXME|TBD|XXX)\b|lorem ipsum/i);
  expect(text).not.toMatch(/\/work\/|\/tmp\/|@TIMING@/);
  const prose = text.split('\n').filter((line) => !line.startsWith('|'));
  expect(prose.filter((line) => [...line].length > 120)).toEqual([]);
});

it('every page of an alert on metrics of the exporter names some of them', () => {
  const own = rules.alerts.filter(
    ({ alert, expr }) => !pageText(alert).includes('dockerhost_') && /dockerhost_/.test(expr),
  );
  expect(own.map(({ alert }) => alert)).toEqual([]);
});

it('safe-clean-up.md has a section for each way that the pages lead to', () => {
  const anchors = anchorsOf(textOf('docs/runbooks/safe-clean-up.md'));
  expect(anchors).toEqual(
    expect.arrayContaining([
      'prune-with-filters',
      'a-timer-instead-of-cron-lines',
      'live-restore',
      'deferred-removal-of-devicemapper',
      'fsmay_detach_mounts',
      'drain-and-replace',
    ]),
  );
});
