import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debianScheme } from './debian.ts';
import { identifyKernel } from './kernel-identity.ts';
import { rpmScheme } from './rpm.ts';
import { ubuntuScheme } from './ubuntu.ts';
import { upstreamScheme } from './upstream.ts';

const deb = (version: string, date = '2016-02-29') => `#1 SMP Debian ${version} (${date})`;

describe('no kernel of Linux', () => {
  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['a word', 'garbage'],
    ['one number', '4'],
    ['a name in front', 'Linux 4.1.13'],
    ['a letter behind the numbers', '4.1.13a'],
    ['a letter behind two numbers', '3.16garbage'],
    ['five numbers', '4.1.13.1.1'],
    ['a number too long', '4.1.123456'],
    ['a zero in front', '04.1.13'],
    ['a minus in front', '-4.1.13'],
    ['points only', '...'],
    ['a space behind it', '4.1.13-boot2docker '],
    ['a newline behind it', '3.13.0-72-generic\n'],
    ['a control character', '4.1.13\u0000-boot2docker'],
    ['a terminal’s escape', '4.1.13-\u001b[31m'],
    ['letters beyond ASCII', '4.1.13-böot2docker'],
    ['10 kB of digits', '4'.repeat(10_000)],
    ['10 kB behind a version', `4.1.13-${'x'.repeat(10_000)}`],
    ['10 kB of numbers', '4.'.repeat(5_000)],
  ])('%s', (_, release) => {
    expect(identifyKernel(release, undefined)).toBeUndefined();
    expect(identifyKernel(release, deb('3.16.7-ckt20-1+deb8u4'))).toBeUndefined();
  });
});

it('never throws, and names only versions that their schemes understand', () => {
  const release = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 250 }),
    fc
      .array(
        fc.constantFrom(
          '3.16',
          '4.1',
          '2.6.32',
          '3.10.0',
          '.0',
          '.13',
          '-',
          '-4',
          '-72',
          '-rc7',
          '-amd64',
          '-generic',
          '+deb13',
          '.el7',
          '.1',
          '-0',
          '.x86_64',
          '_1',
          '-ckt3',
          'uek',
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join('')),
  );
  const version = fc.oneof(
    fc.constant(undefined),
    fc.string({ unit: 'binary', maxLength: 250 }),
    fc.constantFrom('#115-Ubuntu SMP', deb('3.16.7-ckt20-1+deb8u4'), deb('4.1~rc7-1'), deb('2.6.32-48'), deb('3.16.0')),
  );
  fc.assert(
    fc.property(release, version, (uname, build) => {
      const kernel = identifyKernel(uname, build);
      if (kernel === undefined) return;
      expect(upstreamScheme.parse(kernel.upstream.version), uname).toBeDefined();
      if (kernel.ubuntu !== undefined) expect(ubuntuScheme.parse(kernel.ubuntu.abi), uname).toBeDefined();
      if (kernel.el7 !== undefined) expect(rpmScheme.parse(kernel.el7.release), uname).toBeDefined();
      if (kernel.debian?.package !== undefined) expect(debianScheme.parse(kernel.debian.package), uname).toBeDefined();
      expect(kernel.family === 'ubuntu').toBe(kernel.ubuntu !== undefined);
      expect(kernel.family === 'debian').toBe(kernel.debian !== undefined);
      expect(kernel.family === 'el7').toBe(kernel.el7 !== undefined);
    }),
    { numRuns: 3000 },
  );
});

it.each(['1.', '4.1-', '3.10.0-1.', '4.1.0-amd64', '4.1.0-4-mips', '#1~1', 'Debian ', 'Debian 1~('])(
  'stays with long texts of %s',
  (unit) => {
    // Steps that grow with a power of the length would not come to an end here; nothing is timed.
    for (let length = 1; length <= 200; length += 1) {
      const text = unit.repeat(200).slice(0, length);
      for (const end of ['', '!', '\n', '-Ubuntu']) {
        identifyKernel(text + end, text + end);
        identifyKernel('3.16.0-4-amd64', text + end);
      }
    }
  },
);
