import { describe, expect, it } from 'vitest';
import { offender } from '../../test/support/healthy.ts';
import type { Offender } from '../model/offenders.ts';
import { html } from './html.ts';
import { runbook, source } from './links.ts';
import { meter } from './meter.ts';
import { table } from './table.ts';
import { who } from './who.ts';

const about = { host: 'h', version: '1', telemetryPath: '/metrics', refreshSeconds: 15 };
const textOf = (content: Parameters<typeof html>[1]): string =>
  html`${content}`
    .toString()
    .replace(/<[^>]*>/g, '')
    .trim();

describe('a runbook', () => {
  it('is a link where it can be had, else the path of its page', () => {
    const alert = 'DockerHostZombies';
    expect(runbook(alert, { ...about, runbooks: new Set([alert]) }).toString()).toBe(
      '<a href="/docs/runbooks/DockerHostZombies.md">docs/runbooks/DockerHostZombies.md</a>',
    );
    expect(runbook(alert, { ...about, runbooks: new Set() }).toString()).toBe(
      '<code>docs/runbooks/DockerHostZombies.md</code>',
    );
  });
});

describe('a source', () => {
  it.each([
    ['https://github.com/moby/moby/issues/18180', 'moby/moby#18180'],
    ['https://github.com/boot2docker/boot2docker/pull/1113', 'boot2docker/boot2docker#1113'],
    ['https://github.com/moby/moby/commit/7aeb3a1bf5a8', 'moby/moby@7aeb3a1'],
    ['https://bugs.debian.org/812207', 'bugs.debian.org/812207'],
  ])('%s', (address, text) => {
    expect(html`${source(address)}`.toString()).toBe(`<a href="${address}" rel="noreferrer">${text}</a>`);
  });

  it('that is no address is text', () => expect(source('javascript:alert(1)')).toBe('javascript:alert(1)'));
});

describe('a meter', () => {
  const limits = { warning: 0.8, critical: 0.95 };
  const drawn = (ratio: number): string => meter(ratio, limits, 'the limit').toString();

  it.each([
    [0, 'ok', '0.00'],
    [0.799, 'ok', '79.90'],
    [0.8, 'warning', '80.00'],
    [0.95, 'critical', '95.00'],
    [3, 'critical', '100.00'],
  ])('of %d is %s', (ratio, tone, width) => {
    expect(drawn(ratio)).toContain(`class="meter ${tone}"`);
    expect(drawn(ratio)).toContain(`class="fill" width="${width}"`);
  });

  it('says its share to those who do not see it', () => {
    expect(drawn(0.5)).toContain('aria-label="50 % of the limit; warning from 80 %, critical from 95 % on"');
  });
});

it('a table is one to everybody', () => {
  const columns = [{ title: 'Who' }, { title: 'Zombies', isNumber: true }];
  const made = table({ caption: 'Parents', columns, rows: [['sh', 3]] }).toString();
  expect(made).toContain('<caption>Parents</caption>');
  expect(made).toContain('<th role="columnheader" scope="col" class="number">Zombies</th>');
  expect(made).toContain('<th role="rowheader" scope="row">sh</th>');
  expect(made).toContain('<td role="cell" class="number" data-label="Zombies">3</td>');
});

describe('an offender', () => {
  const of = (differences: Partial<Offender>): string => textOf(who(offender('zombie_parent', differences)));

  it.each<[Partial<Offender>, string]>([
    [{}, 'sleep in web (3f2a9c01d4e5)'],
    [{ name: '' }, 'sleep in 3f2a9c01d4e5'],
    [{ name: '', container: '' }, 'sleep'],
    [{ process: '' }, 'web (3f2a9c01d4e5)'],
    [{ process: '', name: '' }, '3f2a9c01d4e5'],
    [{ process: '', name: '', container: '' }, 'unknown'],
    [{ process: '', name: '', container: '', places: ['/mnt/a'] }, '/mnt/a'],
    [{ kind: 'lingering_mount', process: '', name: '' }, 'layer or container 3f2a9c01d4e5'],
  ])('%j', (differences, expected) => expect(of(differences)).toBe(expected));
});
