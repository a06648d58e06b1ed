import { describe, expect, it } from 'vitest';
import { absent, denied, malformed, ok, timedOut } from '../model/reading.ts';
import { html } from './html.ts';
import { amount, amountText, none, readingText, seen, sightText, unseen } from './sight.ts';

const text = (content: Parameters<typeof html>[1]): string => html`${content}`.toString().replace(/<[^>]*>/g, '');

describe('a number', () => {
  it.each([
    [0, undefined, '0'],
    [1234, undefined, '1,234'],
    [3, '/proc/5/stat: EACCES', 'at least 3'],
    [0, '/proc/5/stat: EACCES', 'not seen: /proc/5/stat: EACCES'],
  ])('%i with the gap %s', (value, gap, expected) => expect(text(amountText(amount(value, gap)))).toBe(expected));

  it('is not zero where the thing is not on this host, or was not seen', () => {
    expect(text(amountText(none('no Docker')))).toBe('none: no Docker');
    expect(text(amountText(unseen('no right')))).toBe('not seen: no right');
  });
});

it('shows what was seen', () => expect(text(sightText(seen(2), (value) => `${value} CPUs`))).toBe('2 CPUs'));

it.each([
  [ok('6.1'), 'v6.1'],
  [ok('6.1', ['told by mounts']), 'v6.1 (told by mounts)'],
  [absent('no AUFS'), 'none: no AUFS'],
  [denied('EACCES'), 'not seen: denied: EACCES'],
  [malformed('<x>'), 'not seen: malformed: &lt;x&gt;'],
  [timedOut('late'), 'not seen: timeout: late'],
])('a reading: %j', (reading, expected) =>
  expect(text(readingText(reading, (value: string) => `v${value}`))).toBe(expected),
);

it('bounds a reason that goes on for pages', () => expect(text(amountText(unseen('x'.repeat(9999)))).length).toBe(410));
