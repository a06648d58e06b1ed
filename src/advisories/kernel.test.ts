import { describe, expect, it } from 'vitest';
import type { Condition, KernelCondition, KernelEntry, Verdict } from '../model/advisory.ts';
import { denied } from '../model/reading.ts';
import { factsOf } from './given-facts.ts';
import { judgeKernel } from './kernel.ts';
import { holds, outcome } from './outcome.ts';

const trusty: KernelEntry = {
  ubuntu: { series: '3.13.0', flavours: ['generic', 'lowlatency'] },
  ranges: [{ first_affected: '72.115', first_fixed: '78.122' }],
};
const azure: KernelEntry = {
  ubuntu: { series: '4.15.0', flavours: ['azure'] },
  ranges: [{ first_affected: 'any', first_fixed: '1040' }],
};
const jessie: KernelEntry = {
  debian: { series: '3.16' },
  ranges: [
    {
      last_clean: '3.16.7-ckt11-1+deb8u6',
      first_affected: '3.16.7-ckt20-1+deb8u1',
      first_fixed: '3.16.7-ckt20-1+deb8u4',
    },
  ],
};
const el7: KernelEntry = { el7: {}, ranges: [{ first_affected: 'any', first_fixed: '1062.4.1' }] };
const series41: KernelEntry = {
  upstream: { series: ['4.1', '5'] },
  ranges: [{ first_affected: '4.1.13', first_fixed: 'never' }],
};
const allEntries = [trusty, azure, jessie, el7, series41];

const never = (condition: Condition) => {
  throw new Error(`not to be judged: ${JSON.stringify(condition)}`);
};
function judged(condition: Partial<KernelCondition>, release: string, version?: string) {
  const facts = factsOf(
    { kernel_release: release, ...(version === undefined ? {} : { kernel_version: version }) },
    '2026-11-22',
  );
  return judgeKernel({ first_of: allEntries, otherwise: 'unknown', ...condition }, facts, never);
}

describe('the kernels of a distribution', () => {
  it.each<[string, string | undefined, Verdict, string]>([
    ['3.13.0-71-generic', '#114-Ubuntu SMP', 'clear', '(Ubuntu’s 3.13.0-71.114): affected only from 72.115'],
    [
      '3.13.0-72-generic',
      '#115-Ubuntu SMP',
      'exposed',
      '(Ubuntu’s 3.13.0-72.115): affected from 72.115, fixed in 78.122',
    ],
    ['3.13.0-77-lowlatency', undefined, 'exposed', '(Ubuntu’s 3.13.0-77): affected from 72.115, fixed in 78.122'],
    ['3.13.0-79-generic', '#123-Ubuntu SMP', 'clear', '(Ubuntu’s 3.13.0-79.123): fixed in 78.122'],
    [
      '4.15.0-1039-azure',
      undefined,
      'exposed',
      '(Ubuntu’s 4.15.0-1039): affected from the first version on, fixed in 1040',
    ],
    ['4.15.0-1040-azure', undefined, 'clear', '(Ubuntu’s 4.15.0-1040): fixed in 1040'],
    [
      '3.10.0-957.1.3.el7.x86_64',
      undefined,
      'exposed',
      '(el7’s 3.10.0-957.1.3): affected from the first version on, fixed in 1062.4.1',
    ],
    ['3.10.0-1062.4.1.el7.x86_64', undefined, 'clear', '(el7’s 3.10.0-1062.4.1): fixed in 1062.4.1'],
    [
      '3.10.0-1062.el7.x86_64',
      undefined,
      'exposed',
      '(el7’s 3.10.0-1062): affected from the first version on, fixed in 1062.4.1',
    ],
  ])('%s %s is %s', (release, version, verdict, prose) => {
    expect(judged({}, release, version)).toEqual({ verdict, why: [`kernel ${release} ${prose}`] });
  });

  it.each([
    [
      '3.13.0-72-aws',
      'kernel 3.13.0-72-aws: flavour aws counts its ABI by itself, and which of its numbers are affected is not known here',
    ],
    [
      '4.15.0-60-generic',
      'kernel 4.15.0-60-generic: flavour generic counts its ABI by itself, and which of its numbers are affected is not known here',
    ],
  ])('%s has a flavour that nothing is known about, whatever upstream says', (release, why) => {
    const first_of = [...allEntries, { upstream: {}, ranges: [] }];
    expect(judged({ first_of }, release)).toEqual({ verdict: 'unknown', why: [why] });
    expect(judged({ first_of, otherwise: 'clear' }, release)).toEqual({ verdict: 'unknown', why: [why] });
  });

  it.each(['3.10.0-957', '3.13.0-72', '4.15.0-60-custom'])(
    '%s may be of a distribution that counts itself',
    (release) => {
      const first_of = [...allEntries, { upstream: {}, ranges: [{ first_affected: 'any', first_fixed: 'never' }] }];
      const why = `kernel ${release}: it looks like one that this is about, and its name does not say that it is`;
      for (const otherwise of ['clear', 'unknown'] as const) {
        expect(judged({ otherwise }, release)).toEqual({ verdict: 'unknown', why: [why] });
        expect(judged({ first_of, otherwise }, release)).toEqual({ verdict: 'unknown', why: [why] });
      }
    },
  );

  it('finds the entry of the flavour behind one of another flavour', () => {
    const generic = {
      ubuntu: { series: '4.15.0', flavours: ['generic'] },
      ranges: [{ first_affected: '60', first_fixed: '62' }],
    };
    expect(judged({ first_of: [azure, generic] }, '4.15.0-60-generic').verdict).toBe('exposed');
    expect(judged({ first_of: [azure, generic] }, '4.15.0-62-generic').verdict).toBe('clear');
  });

  it('lets the first entry decide', () => {
    const upstream: KernelEntry = { upstream: {}, ranges: [] };
    expect(judged({ first_of: [upstream, trusty] }, '3.13.0-72-generic').verdict).toBe('clear');
    expect(judged({ first_of: [trusty, upstream] }, '3.13.0-73-generic').verdict).toBe('exposed');
  });
});

describe('Debian’s kernels', () => {
  const of = (version: string) => judged({}, '3.16.0-4-amd64', `#1 SMP Debian ${version} (2016-01-17)`);

  it.each<[string, Verdict]>([
    ['3.16.7-ckt11-1+deb8u6', 'clear'],
    ['3.16.7-ckt17-1', 'possible'],
    ['3.16.7-ckt20-1+deb8u3', 'exposed'],
    ['3.16.7-ckt20-1+deb8u4', 'clear'],
    ['3.16.36-1+deb8u1', 'clear'],
    ['3.16.7-ckt11-1+deb8u6~bpo70+1', 'clear'],
    ['3.16.7-ckt20-1+deb8u2~bpo70+1', 'exposed'],
    ['3.16.7-ckt20-1+deb8u4~bpo70+1', 'possible'],
    ['3.16.7-ckt20-1+deb8u1~bpo70+1', 'possible'],
  ])('%s is %s', (version, verdict) => {
    expect(of(version).verdict).toBe(verdict);
    expect(of(version).why.join()).toContain(`kernel 3.16.0-4-amd64 (Debian’s ${version}): `);
  });

  it('says what a backport stands for', () => {
    expect(of('3.16.7-ckt20-1+deb8u4~bpo70+1').why.join()).toMatch(
      /, but this is a backport of 3\.16\.7-ckt20-1\+deb8u4$/,
    );
  });

  it('need uname -v', () => {
    expect(judged({}, '3.16.0-4-amd64')).toEqual({
      verdict: 'unknown',
      why: ['kernel 3.16.0-4-amd64: Debian’s package version is in uname -v; uname -v not known: not given'],
    });
    expect(judged({}, '3.16.0-4-amd64', '#1 SMP\n')).toEqual({
      verdict: 'unknown',
      why: [String.raw`kernel 3.16.0-4-amd64: Debian’s package version is in uname -v, and not in "#1 SMP\u{a}"`],
    });
  });
});

describe('kernels by their upstream version', () => {
  it.each<[string, Verdict, string]>([
    ['4.1.12-boot2docker', 'clear', ' (4.1.12): affected only from 4.1.13'],
    ['4.1.13-boot2docker', 'exposed', ' (4.1.13): affected from 4.1.13, no version has the fix'],
    ['4.1.13', 'exposed', ': affected from 4.1.13, no version has the fix'],
    ['4.1.0-rc7+', 'clear', ' (4.1-rc7): affected only from 4.1.13'],
    ['5.3.0-40-generic', 'exposed', ' (5.3.0): affected from 4.1.13, no version has the fix'],
    ['5.4.17-2136.300.7.el8uek.x86_64', 'possible', ' (5.4.17): affected from 4.1.13, no version has the fix'],
    ...(['5.15.30-2-pve', '5.6.4-200.fc39.x86_64', '5.15.49-linuxkit', '5.10.103-v8+'] as const).map(
      (release): [string, Verdict, string] => [
        release,
        'possible',
        ` (${release.split('-')[0]}): affected from 4.1.13, no version has the fix`,
      ],
    ),
    ['4.1.12-1-lts', 'clear', ' (4.1.12): affected only from 4.1.13'],
    ['4.15.2', 'unknown', ': nothing is known about it'],
    ['4.10.5', 'unknown', ': nothing is known about it'],
  ])('%s is %s', (release, verdict, prose) => {
    const { verdict: found, why } = judged({}, release);
    expect([found, why[0]]).toEqual([verdict, `kernel ${release}${prose}`]);
  });

  it('judges el7 by upstream only where the advisory does, and is not sure', () => {
    const upstream: KernelEntry = { upstream: {}, ranges: [{ first_affected: '3.8', first_fixed: '4.12' }] };
    expect(judged({ first_of: [upstream] }, '3.10.0-957.el7.x86_64')).toEqual({
      verdict: 'possible',
      why: [
        'kernel 3.10.0-957.el7.x86_64 (3.10.0): affected from 3.8, fixed in 4.12',
        'its vendor adds fixes without changing that version',
      ],
    });
  });

  it('says why a vendor’s kernel is only possible', () => {
    expect(judged({}, '5.4.17-2136.300.7.el8uek.x86_64').why[1]).toBe(
      'its vendor adds fixes without changing that version',
    );
  });
});

describe('what an entry adds', () => {
  const and = { cpus: { at_most: 1 } };
  const facts = factsOf({ kernel_release: '4.1.13' }, '2026-11-22');
  const judgedWith = (entry: Partial<KernelEntry>, verdict: 'exposed' | 'clear' | 'unknown') =>
    judgeKernel({ first_of: [{ ...series41, ...entry }], otherwise: 'clear' }, facts, (condition) => {
      expect(condition).toBe(and);
      return verdict === 'unknown' ? outcome('unknown', 'CPUs not known') : holds(verdict === 'exposed', 'CPUs');
    });

  it('has to hold as well', () => {
    const why = 'kernel 4.1.13: affected from 4.1.13, no version has the fix';
    expect(judgedWith({ and }, 'exposed')).toEqual({ verdict: 'exposed', why: [why, 'CPUs'] });
    expect(judgedWith({ and }, 'unknown')).toEqual({ verdict: 'unknown', why: ['CPUs not known'] });
    expect(judgedWith({ and }, 'clear')).toEqual({ verdict: 'clear', why: ['CPUs'] });
  });

  it.each<['exposed' | 'unknown' | 'clear', Verdict, readonly string[]]>([
    [
      'exposed',
      'possible',
      [
        'kernel 4.15.0-60-generic (4.15.0): affected from 4.1.13, no version has the fix',
        'CPUs',
        'its flavour may have the fix all the same',
      ],
    ],
    ['unknown', 'unknown', ['CPUs not known']],
    ['clear', 'clear', ['CPUs']],
  ])('decides for a flavour of Ubuntu that is not listed, and is not sure: %s', (added, verdict, why) => {
    const entry: KernelEntry = { ...series41, upstream: { series: ['4.15'] }, and };
    const aws = factsOf({ kernel_release: '4.15.0-60-generic' }, '2026-11-22');
    const found = judgeKernel({ first_of: [azure, entry], otherwise: 'clear' }, aws, () =>
      added === 'unknown' ? outcome('unknown', 'CPUs not known') : holds(added === 'exposed', 'CPUs'),
    );
    expect(found).toEqual({ verdict, why });
  });

  it('caps', () => {
    expect(judgedWith({ and, at_most: 'possible' }, 'exposed')).toEqual({
      verdict: 'possible',
      why: [expect.any(String), 'CPUs', 'for these kernels the evidence does not go further'],
    });
    expect(judgedWith({ and, at_most: 'possible' }, 'clear').verdict).toBe('clear');
    expect(judgedWith({ at_most: 'possible' }, 'clear').verdict).toBe('possible');
  });
});

describe('a kernel that no entry recognises', () => {
  it.each<[KernelCondition['otherwise'], string]>([
    ['clear', 'kernel 6.1.55: not one of the kernels that it is about'],
    ['unknown', 'kernel 6.1.55: nothing is known about it'],
  ])('is %s, as the advisory says', (otherwise, why) => {
    expect(judged({ otherwise }, '6.1.55')).toEqual({ verdict: otherwise, why: [why] });
  });

  it.each(['', 'unknown', '4', '\u001b[2J', 'x'.repeat(300)])('is unknown when %j is no kernel at all', (release) => {
    const { verdict, why } = judged({ otherwise: 'clear' }, release);
    expect(verdict).toBe('unknown');
    expect(why.join()).toMatch(/^kernel release ".{0,90}" is not understood, expected one such as 6\.1\.0-18-amd64$/);
  });

  it('is unknown when its release is', () => {
    const facts = { ...factsOf({}, '2026-11-22'), kernelRelease: denied('/proc/version: EACCES') };
    expect(judgeKernel({ first_of: [], otherwise: 'clear' }, facts, never)).toEqual({
      verdict: 'unknown',
      why: ['kernel release not known: denied: /proc/version: EACCES'],
    });
  });
});

it('names a version that a bound cannot be compared with', () => {
  const entry: KernelEntry = { el7: {}, ranges: [{ first_affected: 'soon', first_fixed: 'never' }] };
  expect(judged({ first_of: [entry] }, '3.10.0-957.el7.x86_64')).toEqual({
    verdict: 'unknown',
    why: ['kernel 3.10.0-957.el7.x86_64 (el7’s 3.10.0-957): the bound "soon" is no version'],
  });
});
