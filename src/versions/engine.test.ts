import { expect, it } from 'vitest';
import { engineScheme } from './engine.ts';

function parsed(text: string) {
  const version = engineScheme.parse(text);
  if (version === undefined) throw new Error(`no version: ${text}`);
  return version;
}

it.each([
  ['17.12.1-ce', '17.12.1'],
  ['20.10.24+dfsg1', '20.10.24'],
  ['1.12.6-rhel', '1.12.6'],
  ['docker-v29.0.0', '29.0.0'],
  ['v0.7.6', '0.7.6'],
  ['17.03.0-ee-1', '17.03.0'],
  ['19.03.5+ds', '19.03.5'],
  ['20.10.7-0ubuntu1~20.04.1', '20.10.7'],
  ['18.09.1-ol', '18.09.1'],
  ['17.09.1_ce', '17.09.1'],
  ['1.6.2~dfsg1', '1.6.2'],
  ['1.8.2-el7.centos', '1.8.2'],
  ['20.10.27+azure-1', '20.10.27'],
  ['17.06.2-ce+dev', '17.06.2'],
  ['5:20.10.24~3-0~debian-bookworm', '20.10.24'],
  ['17.03.1', '17.3.1'],
])('%s is the same as %s', (text, numbers) => {
  expect(engineScheme.compare(parsed(text), parsed(numbers))).toBe(0);
});

const inOrder = [
  '0.7.6',
  '0.8.0',
  '0.9.0',
  '0.12.0',
  '1.0.0',
  '1.9.0-dev',
  '1.9.0-rc1',
  '1.9.0',
  '1.10.0-rc1',
  '1.10.0',
  '1.13.1',
  '17.03.0-ce',
  '17.12.1-ce',
  '18.01.0-ce',
  '18.06.0-ce-dev',
  '18.06.0-ce-tp5',
  '18.06.0-ce-rc1',
  '18.06.0-ce-rc3',
  '18.06.0-ce',
  '18.09.0-ce-beta1',
  '18.09.0',
  '19.03.0-beta3',
  '19.03.0-rc2',
  '19.03.0',
  '19.03.13',
  '20.10.0-beta1',
  '5:20.10.0~1.2.beta2-0~ubuntu-focal',
  '20.10.0',
  '23.0.0-rc.1',
  '23.0.0-rc.2',
  '23.0.0-rc.10',
  '23.0.0',
  'docker-v29.0.0-rc.1',
  'docker-v29.0.0',
];

it.each(inOrder.slice(1).map((newer, at) => [inOrder[at] ?? '', newer]))('%s is older than %s', (older, newer) => {
  expect(engineScheme.compare(parsed(older), parsed(newer))).toBeLessThan(0);
  expect(engineScheme.compare(parsed(newer), parsed(older))).toBeGreaterThan(0);
});

it.each([
  ['18.06.0-ce-rc1', '18.06.0-ce', true],
  ['1.10.0-rc1', '1.10.0', true],
  ['19.03.0-beta3', '19.03.0', true],
  ['23.0.0-rc.1', '23.0.0', true],
  ['1.9.0-dev', '1.9.0', true],
  ['1.10.0-rc1', '1.10.1', false],
  ['1.10.0-rc1', '1.10.0-rc2', false],
  ['20.10.24+dfsg1', '20.10.24', false],
  ['20.10.7-0ubuntu1~20.04.1', '20.10.7', false],
  ['17.06.2-ce+dev', '17.06.2', false],
])('%s is a pre-release of %s: %s', (version, release, expected) => {
  expect(engineScheme.isPreReleaseOf(parsed(version), parsed(release))).toBe(expected);
});

it.each([
  ['1.12.6-rhel', true],
  ['17.03.0-ee-1', true],
  ['17.06.2-ee-16', true],
  ['1.12.6-cs13', true],
  ['1.8.2-el7.centos', true],
  ['1.8.2.el7.centos', true],
  ['1.9.1-fc23', true],
  ['19.03.11-ol', true],
  ['17.12.1-ce', false],
  ['20.10.24+dfsg1', false],
  ['20.10.7-0ubuntu1~20.04.1', false],
  ['29.0.0', false],
])('%s has its own backports: %s', (text, expected) => {
  expect(engineScheme.hasOwnBackports(parsed(text))).toBe(expected);
});

it.each([
  'dev',
  '0.0.0-20240101120000-abcdef1',
  '0.0.0',
  'master-dockerproject-2019-01-01',
  '3.0.10',
  '3.0.13+azure',
  '2.0.0',
  '16.9.9',
  '17.12',
  '20',
  '1.2.3.4',
  'ed20165a37b40ff1cfbe55e218344c5e89f30ee2',
  'a1b2c3d',
  'Docker version 20.10.24, build 297e128',
  '20.10.24, build 297e128',
  'v',
  'docker-',
  'docker-vv1.9.1',
  '1.9.1ce',
  '-1.9.1',
])('has no version for %s', (text) => {
  expect(engineScheme.parse(text)).toBeUndefined();
});
