import { expect, it } from 'vitest';
import { componentScheme } from './component.ts';

function parsed(text: string) {
  const version = componentScheme.parse(text);
  if (version === undefined) throw new Error(`no version: ${text}`);
  return version;
}

const inOrder = [
  '0.0.1',
  '0.2.9',
  '1.0.0-alpha6',
  '1.0.0-beta.3',
  '1.0.0-rc2+dev',
  '1.0.0~rc6+dfsg1',
  '1.0.0-rc9',
  '1.0.0-rc10',
  '1.0.0-rc94',
  '1.0.0',
  '1.1.5+ds1',
  '1.1.7-0ubuntu1~22.04.1',
  '1.2.0-beta.1',
  '1.2.0-rc.0',
  '1.2.0',
  '1.2.12',
  '1.2.13',
  '1.4.0-rc.3',
  '1.4.0',
  '1.5.0-rc.1',
  '1.5.0-rc.2',
  '1.5.0~rc3-1',
  '1.6.20~ds1',
  '1.7.0',
  'v2.0.0',
];

it.each(inOrder.slice(1).map((newer, at) => [inOrder[at] ?? '', newer]))('%s is older than %s', (older, newer) => {
  expect(componentScheme.compare(parsed(older), parsed(newer))).toBeLessThan(0);
  expect(componentScheme.compare(parsed(newer), parsed(older))).toBeGreaterThan(0);
});

it.each([
  ['1.6.20~ds1', '1.6.20'],
  ['1.6.20~ds1-1+b1', '1.6.20'],
  ['v2.0.0', '2.0.0'],
  ['1.1.5+ds1', '1.1.5'],
  ['1.1.5+dev', '1.1.5'],
  ['1.1.7-0ubuntu1~22.04.1', '1.1.7'],
  ['1.6.33-1', '1.6.33'],
  ['1.0.0-rc2+dev', '1.0.0-rc2'],
  ['1.0.0~rc6+dfsg1', '1.0.0-rc6'],
  ['1.5.0-rc.2', '1.5.0-rc2'],
  ['1.0.0~rc95-0ubuntu1~18.04.1', '1.0.0-rc95'],
])('%s is the same as %s', (a, b) => {
  expect(componentScheme.compare(parsed(a), parsed(b))).toBe(0);
});

it.each([
  ['1.0.0~rc6+dfsg1', '1.0.0', true],
  ['1.4.0-rc.3', '1.4.0', true],
  ['1.2.0-beta.1', '1.2.0', true],
  ['1.6.20~ds1', '1.6.20', false],
  ['1.1.5+dev', '1.1.5', false],
  ['1.4.0-rc.3', '1.4.1', false],
])('%s is a pre-release of %s: %s', (version, release, expected) => {
  expect(componentScheme.isPreReleaseOf(parsed(version), parsed(release))).toBe(expected);
});

it.each([
  ['1.7.11-k3s2', true],
  ['1.4.0-621-g7e2cf5e', true],
  ['1.6.20~ds1', false],
  ['1.1.7-0ubuntu1~22.04.1', false],
])('%s has its own backports: %s', (text, expected) => {
  expect(componentScheme.hasOwnBackports(parsed(text))).toBe(expected);
});

it.each([
  'a1b2c3d',
  '1234567',
  '9754871865f7fe2f4e74d43e2fc7ccd237edcbce',
  '4fc53a81fb7c994640722ac585fa9ca548971871',
  '20180720214833-f61e0f7',
  'N/A',
  '0.0.0',
  'v0.0.0',
  '0.0.0-dev',
  '0.0.0+unknown',
  '0.0.0~rc1',
  '<unknown>',
  '1.6',
  '1.6.20.1',
  'runc version 1.1.5',
])('has no version for %s', (text) => {
  expect(componentScheme.parse(text)).toBeUndefined();
});
