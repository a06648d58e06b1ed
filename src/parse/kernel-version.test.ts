import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseKernelVersion } from './kernel-version.ts';

it.each([
  [
    'Debian 12',
    'Linux version 6.1.0-50-amd64 (debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40) #1 SMP PREEMPT_DYNAMIC Debian 6.1.176-1 (2026-07-02)\n',
    '6.1.0-50-amd64',
    '#1 SMP PREEMPT_DYNAMIC Debian 6.1.176-1 (2026-07-02)',
  ],
  [
    'Debian 8, the kernel that ended the AUFS freeze',
    'Linux version 3.16.0-4-amd64 (debian-kernel@lists.debian.org) (gcc version 4.8.4 (Debian 4.8.4-1) ) #1 SMP Debian 3.16.7-ckt20-1+deb8u4 (2016-02-29)\n',
    '3.16.0-4-amd64',
    '#1 SMP Debian 3.16.7-ckt20-1+deb8u4 (2016-02-29)',
  ],
  [
    'Ubuntu 14.04',
    'Linux version 3.13.0-24-generic (buildd@panlong) (gcc version 4.8.2 (Ubuntu 4.8.2-19ubuntu1) ) #46-Ubuntu SMP Thu Apr 10 19:11:08 UTC 2014\n',
    '3.13.0-24-generic',
    '#46-Ubuntu SMP Thu Apr 10 19:11:08 UTC 2014',
  ],
  [
    'a kernel of one’s own',
    'Linux version 6.18.44-fc-v669 (builder@host) (gcc (GCC) 15.3.0, GNU ld (GNU Binutils) 2.46) #1 SMP PREEMPT_DYNAMIC @0\n',
    '6.18.44-fc-v669',
    '#1 SMP PREEMPT_DYNAMIC @0',
  ],
  [
    'gVisor, which names no compiler',
    'Linux version 4.4.0 #1 SMP Sun Jan 10 15:06:54 PST 2016\n',
    '4.4.0',
    '#1 SMP Sun Jan 10 15:06:54 PST 2016',
  ],
])('reads release and version of %s', (_, text, release, version) => {
  expect(parseKernelVersion(text)).toEqual(ok({ release, version }));
});

it.each([
  ['another system', 'FreeBSD 14.1-RELEASE #0 releng/14.1'],
  ['a release alone', 'Linux version 6.1.0-50-amd64'],
  ['no release', 'Linux version  (a@b) (gcc) #1 SMP'],
  ['parentheses that do not close', 'Linux version 6.1.0 (a@b) (gcc-12 (Debian 12.2.0 #1 SMP'],
  ['no build number', 'Linux version 6.1.0 (a@b) (gcc-12) SMP Debian'],
  ['a second line', 'Linux version 6.1.0 (a@b) (gcc-12) #1 SMP\nmore'],
])('finds %s malformed', (_, text) => {
  expect(parseKernelVersion(text)).toMatchObject({ kind: 'malformed' });
});

it('skips parentheses of any depth', () => {
  const { group } = fc.letrec<{ group: string }>((tie) => ({
    group: fc
      .array(fc.oneof({ maxDepth: 4 }, fc.constantFrom('gcc', ' ', '#1'), tie('group')), { maxLength: 4 })
      .map((parts) => `(${parts.join('')})`),
  }));
  fc.assert(
    fc.property(fc.array(group, { maxLength: 4 }), (groups) => {
      const text = `Linux version 5.4.0 ${groups.join(' ')} #7 SMP (x)\n`;
      expect(parseKernelVersion(text)).toEqual(ok({ release: '5.4.0', version: '#7 SMP (x)' }));
    }),
  );
});
