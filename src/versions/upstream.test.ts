import { expect, it } from 'vitest';
import { upstreamScheme } from './upstream.ts';

function parsed(text: string) {
  const version = upstreamScheme.parse(text);
  if (version === undefined) throw new Error(`no version: ${text}`);
  return version;
}

const inOrder = [
  '2.6.32',
  '2.6.32.61',
  '3.10',
  '4.1.12',
  '4.1.13',
  '4.2',
  '4.2.6',
  '4.3-rc1',
  '4.3.0-rc7',
  '4.3-rc10',
  '4.3',
  '4.3.1',
  '4.13',
  '5.0',
];

it.each(inOrder.slice(1).map((newer, at) => [inOrder[at] ?? '', newer]))('%s is older than %s', (older, newer) => {
  expect(upstreamScheme.compare(parsed(older), parsed(newer))).toBeLessThan(0);
  expect(upstreamScheme.compare(parsed(newer), parsed(older))).toBeGreaterThan(0);
});

it.each([
  ['4.13', '4.13.0'],
  ['4.3-rc7', '4.3.0-rc7'],
  ['4.1.13', '4.1.13.0'],
])('%s and %s are the same', (a, b) => {
  expect(upstreamScheme.compare(parsed(a), parsed(b))).toBe(0);
});

it.each([
  ['4.3-rc5', '4.3', true],
  ['4.3.0-rc5', '4.3', true],
  ['4.3-rc5', '4.3.0', true],
  ['4.3-rc5', '4.3.1', false],
  ['4.3-rc5', '4.3-rc7', false],
  ['4.3', '4.3', false],
  ['4.2', '4.3', false],
])('%s is a pre-release of %s: %s', (version, release, expected) => {
  expect(upstreamScheme.isPreReleaseOf(parsed(version), parsed(release))).toBe(expected);
});

it.each(['4', '4.', '.4', '4..1', '4.1.13-boot2docker', '4.3-rc', '4.3rc7', 'v4.3', '4.3+', '4.1.1.1.1', '4.-1'])(
  'has no version for %s',
  (text) => {
    expect(upstreamScheme.parse(text)).toBeUndefined();
  },
);
