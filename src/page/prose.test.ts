import { expect, it } from 'vitest';
import { html } from './html.ts';
import { day, moment, percent, prose, took } from './prose.ts';

it.each([
  ['plain', 'plain'],
  ['do `kill <pid>` now', 'do <code>kill &lt;pid&gt;</code> now'],
  [
    'set `x --a.b=<1> -n 5 c-d`',
    'set <code>x <span class="option">--a.b=&lt;1&gt;</span> <span class="option">-n</span> 5 c-d</code>',
  ],
  [
    'it takes --pid=host, - or --a.',
    'it takes <span class="option">--pid=host</span>, - or <span class="option">--a.</span>',
  ],
  ['at 86 % of `df | grep 86 %`', 'at 86\u00a0% of <code>df | grep 86 %</code>'],
  ['`a` and `b`', '<code>a</code> and <code>b</code>'],
  ['one ` alone', 'one ` alone'],
  ['`a` and ` alone', '<code>a</code> and ` alone'],
  ['', ''],
])('%s', (text, expected) => expect(html`${prose(text)}`.toString()).toBe(expected));

it('keeps a number and its sign on one line', () => expect(percent(0.861)).toBe('86\u00a0%'));

it('tells a time for people and for programs, and nothing of what is none', () => {
  expect(html`${moment(1_795_000_000.9)}`.toString()).toBe(
    '<time datetime="2026-11-18T11:06:40.900Z">2026-11-18 11:06:40 UTC</time>',
  );
  expect(moment(1e20)).toBeUndefined();
  expect([day(1_795_000_000), day(Number.NaN)]).toEqual(['2026-11-18', 'unknown']);
});

it.each([
  [0, '0 ms'],
  [0.0012, '1.2 ms'],
  [0.048, '48 ms'],
  [0.123, '120 ms'],
  [0.9996, '1 s'],
  [3.46, '3.5 s'],
  [12, '12 s'],
])('%d s', (seconds, expected) => expect(took(seconds)).toBe(expected));
