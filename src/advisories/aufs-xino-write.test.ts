import { describe, expect, it } from 'vitest';
import type { Advisory, AufsEntry, GivenFacts, KernelEntry, Verdict } from '../model/advisory.ts';
import { judgeAdvisory } from './evaluate.ts';
import { factsOf } from './given-facts.ts';

/**
 * The advisory that asks the most of the conditions: it goes by kernels of Ubuntu, Debian and boot2docker and,
 * where the kernel does not decide, by the branch and the date of AUFS (moby#18180).
 */
const aufs: readonly AufsEntry[] = [
  { branches: ['4.0', '4.1', '4.2'], first_fixed: 'never' },
  { branches: ['4.1.13+', '4.3', '4.x-rcN'], first_fixed: '20160111' },
  { from_branch: '4.4', first_fixed: '20160111' },
];

const ubuntu = (series: string, range: KernelEntry['ranges'][number]): KernelEntry => ({
  ubuntu: { series, flavours: ['generic', 'lowlatency', 'virtual'] },
  ranges: [range],
});

const advisory: Advisory = {
  id: 'aufs-xino-write',
  title: 'AUFS loops for ever when a process dies while it writes its inode numbers',
  severity: 'critical',
  symptom: 'A killed process stays as a zombie with a thread that spins in the kernel.',
  remedy: 'Upgrade the kernel, or use overlay2.',
  confidence: 'high',
  references: ['https://github.com/moby/moby/issues/18180'],
  checked: '2026-11-22',
  exposed: {
    all: [
      { storage_driver: ['aufs'] },
      {
        kernel: {
          first_of: [
            ubuntu('3.13.0', { first_affected: '72.115', first_fixed: '78.122' }),
            ubuntu('3.19.0', { last_clean: '30', first_affected: '42', first_fixed: '51.57' }),
            ubuntu('4.2.0', { first_affected: '19.23', first_fixed: '30.35' }),
            ubuntu('4.4.0', { first_affected: 'any', first_fixed: '0.12' }),
            {
              debian: { series: '3.16' },
              ranges: [
                {
                  last_clean: '3.16.7-ckt11-1+deb8u6',
                  first_affected: '3.16.7-ckt20-1+deb8u1',
                  first_fixed: '3.16.7-ckt20-1+deb8u4',
                },
              ],
            },
            {
              upstream: { series: ['4.1'] },
              ranges: [{ first_affected: '4.1.13', first_fixed: 'never' }],
              and: { aufs },
            },
            {
              upstream: { series: ['4.2'] },
              ranges: [{ first_affected: '4.2.6', first_fixed: 'never' }],
              and: { aufs },
            },
            {
              upstream: { from: '4.3' },
              ranges: [{ first_affected: '4.3', first_fixed: 'never' }],
              and: { aufs },
            },
          ],
          otherwise: 'unknown',
        },
      },
    ],
  },
};

const debian = (version: string): GivenFacts => ({
  kernel_release: '3.16.0-4-amd64',
  kernel_version: `#1 SMP Debian ${version}`,
});
const boot2docker = (version: string, aufs_version: string): GivenFacts => ({
  kernel_release: `${version}-boot2docker`,
  aufs_version,
});
const trusty = (abi: number, upload: number): GivenFacts => ({
  kernel_release: `3.13.0-${abi}-generic`,
  kernel_version: `#${upload}-Ubuntu SMP`,
  aufs_version: '3.13-20140303',
});

const hosts: readonly [string, GivenFacts, Verdict, string][] = [
  [
    'the first report',
    boot2docker('4.1.13', '4.1-20151116'),
    'exposed',
    'storage driver aufs; kernel 4.1.13-boot2docker (4.1.13): affected from 4.1.13, no version has the fix; aufs 4.1-20151116: branch 4.1 never got the fix',
  ],
  [
    'boot2docker 1.9.0',
    boot2docker('4.1.12', '4.1-20151102'),
    'clear',
    'kernel 4.1.12-boot2docker (4.1.12): affected only from 4.1.13',
  ],
  [
    'boot2docker 1.10.0-rc1',
    boot2docker('4.1.15', '4.1.13+-20160111'),
    'clear',
    'aufs 4.1.13+-20160111: branch 4.1.13+ got the fix on 20160111',
  ],
  [
    'boot2docker 1.10.0',
    boot2docker('4.1.17', '4.1.13+-20160118'),
    'clear',
    'aufs 4.1.13+-20160118: branch 4.1.13+ got the fix on 20160111',
  ],
  [
    'trusty before',
    trusty(71, 114),
    'clear',
    'kernel 3.13.0-71-generic (Ubuntu’s 3.13.0-71.114): affected only from 72.115',
  ],
  [
    'trusty, the first',
    trusty(72, 115),
    'exposed',
    'storage driver aufs; kernel 3.13.0-72-generic (Ubuntu’s 3.13.0-72.115): affected from 72.115, fixed in 78.122',
  ],
  [
    'trusty, reported',
    trusty(74, 118),
    'exposed',
    'storage driver aufs; kernel 3.13.0-74-generic (Ubuntu’s 3.13.0-74.118): affected from 72.115, fixed in 78.122',
  ],
  [
    'trusty, fixed with the old date of aufs',
    trusty(79, 123),
    'clear',
    'kernel 3.13.0-79-generic (Ubuntu’s 3.13.0-79.123): fixed in 78.122',
  ],
  [
    'wily before',
    { kernel_release: '4.2.0-18-generic', kernel_version: '#22-Ubuntu' },
    'clear',
    'kernel 4.2.0-18-generic (Ubuntu’s 4.2.0-18.22): affected only from 19.23',
  ],
  [
    'wily, the first',
    { kernel_release: '4.2.0-19-generic', kernel_version: '#23-Ubuntu' },
    'exposed',
    'storage driver aufs; kernel 4.2.0-19-generic (Ubuntu’s 4.2.0-19.23): affected from 19.23, fixed in 30.35',
  ],
  [
    'wily by its ABI alone',
    { kernel_release: '4.2.0-25-generic' },
    'exposed',
    'storage driver aufs; kernel 4.2.0-25-generic (Ubuntu’s 4.2.0-25): affected from 19.23, fixed in 30.35',
  ],
  [
    'vivid before',
    { kernel_release: '3.19.0-30-generic' },
    'clear',
    'kernel 3.19.0-30-generic (Ubuntu’s 3.19.0-30): affected only from 42',
  ],
  [
    'vivid',
    { kernel_release: '3.19.0-42-generic' },
    'exposed',
    'storage driver aufs; kernel 3.19.0-42-generic (Ubuntu’s 3.19.0-42): affected from 42, fixed in 51.57',
  ],
  [
    'vivid, fixed',
    { kernel_release: '3.19.0-51-generic', kernel_version: '#57~14.04.1-Ubuntu SMP' },
    'clear',
    'kernel 3.19.0-51-generic (Ubuntu’s 3.19.0-51.57): fixed in 51.57',
  ],
  [
    'jessie before',
    debian('3.16.7-ckt11-1+deb8u6 (2015-11-09)'),
    'clear',
    'kernel 3.16.0-4-amd64 (Debian’s 3.16.7-ckt11-1+deb8u6): affected only from 3.16.7-ckt20-1+deb8u1',
  ],
  [
    'jessie',
    debian('3.16.7-ckt20-1+deb8u3 (2016-01-17)'),
    'exposed',
    'storage driver aufs; kernel 3.16.0-4-amd64 (Debian’s 3.16.7-ckt20-1+deb8u3): affected from 3.16.7-ckt20-1+deb8u1, fixed in 3.16.7-ckt20-1+deb8u4',
  ],
  [
    'jessie, fixed',
    debian('3.16.7-ckt20-1+deb8u4 (2016-02-29)'),
    'clear',
    'kernel 3.16.0-4-amd64 (Debian’s 3.16.7-ckt20-1+deb8u4): fixed in 3.16.7-ckt20-1+deb8u4',
  ],
  [
    'jessie without uname -v',
    { kernel_release: '3.16.0-4-amd64' },
    'unknown',
    'kernel 3.16.0-4-amd64: Debian’s package version is in uname -v; uname -v not known: not given',
  ],
  [
    'jessie with another driver',
    { ...debian('3.16.7-ckt20-1+deb8u3 (2016-01-17)'), storage_driver: 'overlay' },
    'clear',
    'storage driver overlay, not aufs',
  ],
  [
    'xenial',
    { kernel_release: '4.4.0-22-generic', kernel_version: '#39-Ubuntu', aufs_version: '4.x-rcN-20160111' },
    'clear',
    'kernel 4.4.0-22-generic (Ubuntu’s 4.4.0-22.39): fixed in 0.12',
  ],
  [
    'a newer date of a branch that was never fixed',
    { kernel_release: '4.2.6', aufs_version: '4.2-20170220' },
    'exposed',
    'storage driver aufs; kernel 4.2.6: affected from 4.2.6, no version has the fix; aufs 4.2-20170220: branch 4.2 never got the fix',
  ],
  [
    '4.3 with aufs before the fix',
    { kernel_release: '4.3.3', aufs_version: '4.3-20151221' },
    'exposed',
    'storage driver aufs; kernel 4.3.3: affected from 4.3, no version has the fix; aufs 4.3-20151221: branch 4.3 got the fix on 20160111',
  ],
  [
    'boot2docker without the version of aufs',
    { kernel_release: '4.1.13-boot2docker' },
    'unknown',
    'aufs version not known: not given',
  ],
  [
    'a kernel before, whatever aufs',
    { kernel_release: '4.1.12-boot2docker' },
    'clear',
    'kernel 4.1.12-boot2docker (4.1.12): affected only from 4.1.13',
  ],
  [
    'a series of which nothing was found',
    { kernel_release: '3.18.25' },
    'unknown',
    'kernel 3.18.25: nothing is known about it',
  ],
  [
    'a flavour with numbers of its own',
    { kernel_release: '3.13.0-72-aws' },
    'unknown',
    'kernel 3.13.0-72-aws: flavour aws counts its ABI by itself, and which of its numbers are affected is not known here',
  ],
  [
    'vivid, between what is known',
    { kernel_release: '3.19.0-37-generic' },
    'possible',
    'storage driver aufs; kernel 3.19.0-37-generic (Ubuntu’s 3.19.0-37): the last one known to be free of it is 30, affected from 42, fixed in 51.57',
  ],
];

describe('AUFS and sendfile', () => {
  it.each(hosts)('%s', (_, given, verdict, why) => {
    const found = judgeAdvisory(advisory, factsOf({ storage_driver: 'aufs', ...given }, '2026-11-22'), []);
    expect([found.verdict, found.why]).toEqual([verdict, why]);
  });

  it('needs no more than another driver to be clear', () => {
    const found = judgeAdvisory(advisory, factsOf({ storage_driver: 'overlay2' }, '2026-11-22'), []);
    expect([found.verdict, found.why]).toEqual(['clear', 'storage driver overlay2, not aufs']);
  });
});
