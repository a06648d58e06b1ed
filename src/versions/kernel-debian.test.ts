import { expect, it } from 'vitest';
import { identifyKernel } from './kernel-identity.ts';

const deb = (version: string, date = '2016-02-29') => `#1 SMP Debian ${version} (${date})`;

it.each([
  ['3.16.0-4-amd64', deb('3.16.7-ckt11-1+deb8u6', '2015-11-09'), '3.16', '3.16.7-ckt11-1+deb8u6', '3.16.7', false],
  ['3.16.0-4-amd64', deb('3.16.7-ckt20-1+deb8u3', '2016-01-17'), '3.16', '3.16.7-ckt20-1+deb8u3', '3.16.7', false],
  ['3.16.0-4-amd64', deb('3.16.7-ckt20-1+deb8u4'), '3.16', '3.16.7-ckt20-1+deb8u4', '3.16.7', false],
  [
    '3.16.0-4-powerpc',
    '#1 Debian 3.16.7-ckt20-1+deb8u4 (2016-02-29)',
    '3.16',
    '3.16.7-ckt20-1+deb8u4',
    '3.16.7',
    false,
  ],
  ['3.16.0-4-amd64', deb('3.16.36-1+deb8u1'), '3.16', '3.16.36-1+deb8u1', '3.16.36', true],
  ['4.3.0-0.bpo.1-amd64', deb('4.3.5-1~bpo8+1', '2016-02-23'), '4.3', '4.3.5-1~bpo8+1', '4.3.5', true],
  ['6.1.0-50-amd64', '#1 SMP PREEMPT_DYNAMIC Debian 6.1.176-1 (2026-07-02)', '6.1', '6.1.176-1', '6.1.176', true],
  ['6.12.8+deb13-amd64', deb('6.12.8-1'), '6.12', '6.12.8-1', '6.12.8', true],
  ['4.3.0-rc5-amd64', deb('4.3~rc5-1~exp1'), '4.3', '4.3~rc5-1~exp1', '4.3-rc5', true],
  ['6.1.0-kali5-amd64', deb('6.1.12-1kali2'), '6.1', '6.1.12-1kali2', '6.1.12', true],
  ['2.6.32-5-amd64', deb('2.6.32-48squeeze6'), '2.6.32', '2.6.32-48squeeze6', '2.6.32', false],
  [
    '3.16.0-0.bpo.4-amd64',
    deb('3.16.7-ckt11-1+deb8u6~bpo70+1'),
    '3.16',
    '3.16.7-ckt11-1+deb8u6~bpo70+1',
    '3.16.7',
    false,
  ],
  ['6.1.0-50-amd64', '#1 SMP PREEMPT_DYNAMIC Debian 6.1.176-1 (2026-07', '6.1', '6.1.176-1', '6.1.176', true],
  ['3.16.0-4-amd64', undefined, '3.16', undefined, '3.16.0', false],
  ['3.16.0-4-amd64', '#1 SMP', '3.16', undefined, '3.16.0', false],
  ['3.16.0-4-amd64', '#1 SMP Debian 3.16.7-ckt20-1+deb8u', '3.16', undefined, '3.16.0', false],
  ['3.16.0-4-amd64', deb('garbage'), '3.16', undefined, '3.16.0', false],
  ['3.16.0-4-amd64', deb('9.9.9-1'), '3.16', undefined, '3.16.0', false],
  ['3.16.0-4-amd64', deb('3.160.1-1'), '3.16', undefined, '3.16.0', false],
  ['4.3.0-0.bpo.1-amd64', undefined, '4.3', undefined, '4.3.0', false],
  ['5.10.0-0.deb10.16-amd64', undefined, '5.10', undefined, '5.10.0', false],
  ['6.12.8+deb13-amd64', undefined, '6.12', undefined, '6.12.8', true],
  ['6.12.9+bpo-cloud-amd64', undefined, '6.12', undefined, '6.12.9', true],
  ['6.11.2-amd64', undefined, '6.11', undefined, '6.11.2', true],
  ['3.2.0-4-686-pae', undefined, '3.2', undefined, '3.2.0', false],
  ['4.19.0-27-cloud-amd64', undefined, '4.19', undefined, '4.19.0', false],
  ['4.19.0-27-rt-amd64', undefined, '4.19', undefined, '4.19.0', false],
  ['4.19.0-27-armmp-lpae', undefined, '4.19', undefined, '4.19.0', false],
  ['6.1.0-18-arm64', undefined, '6.1', undefined, '6.1.0', false],
  ['5.10.0-trunk-amd64', undefined, '5.10', undefined, '5.10.0', false],
  ['2.6.32-5-amd64', undefined, '2.6.32', undefined, '2.6.32', false],
])('%s, %s', (release, version, series, packageVersion, upstream, isExact) => {
  expect(identifyKernel(release, version)).toEqual({
    family: 'debian',
    upstream: { version: upstream, isExact },
    debian: { series, package: packageVersion },
    hasOwnBackports: false,
  });
});
