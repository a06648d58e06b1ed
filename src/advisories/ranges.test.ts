import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict, VersionRange } from '../model/advisory.ts';
import { componentScheme } from '../versions/component.ts';
import { engineScheme } from '../versions/engine.ts';
import { upstreamScheme } from '../versions/upstream.ts';
import { judgeRanges } from './ranges.ts';

const known = { first_affected: '1.8.0', first_fixed: '1.10.0' };
const gap = { last_clean: '1.7.0', first_affected: '1.8.0', first_fixed: '1.10.0' };
const blurred = { last_clean: 'unknown', first_affected: '1.8.0', first_fixed: '1.10.0' };
const any = { first_affected: 'any', first_fixed: '1.10.0' };
const anyUpTo = { first_affected: 'any', last_affected: '1.9.0', first_fixed: 'unknown' };
const unknownStart = { first_affected: 'unknown', first_fixed: '1.10.0' };
const unknownStartClean = { last_clean: '1.7.0', first_affected: 'unknown', first_fixed: '1.10.0' };
const never = { first_affected: '1.8.0', first_fixed: 'never' };
const unknownFix = { first_affected: '1.8.0', last_affected: '1.9.0', first_fixed: 'unknown' };
const seenUpTo = { first_affected: '1.8.0', last_affected: '1.9.0', first_fixed: '1.10.0' };
const line = { applies_from: '1.7.0', applies_below: '1.9.0', first_affected: 'any', first_fixed: 'never' };
const fixedLine = { ...line, first_fixed: '1.10.0' };
const openLine = { ...line, first_fixed: 'unknown' };
const endless = { applies_from: '1.7.0', first_affected: 'any', first_fixed: 'never' };
const fromRc = { first_affected: '1.8.0-rc2', first_fixed: '1.10.0' };

describe('one range', () => {
  it.each<[string, VersionRange, Verdict, string]>([
    ['1.7.9', known, 'clear', 'affected only from 1.8.0'],
    ['1.8.0', known, 'exposed', 'affected from 1.8.0, fixed in 1.10.0'],
    ['1.9.9', known, 'exposed', 'affected from 1.8.0, fixed in 1.10.0'],
    ['1.10.0', known, 'clear', 'fixed in 1.10.0'],
    ['1.10.1', known, 'clear', 'fixed in 1.10.0'],
    ['1.10.0-rc1', known, 'exposed', 'affected from 1.8.0, fixed in 1.10.0'],
    ['1.8.0-rc1', known, 'possible', 'affected from 1.8.0, of which this is a pre-release, fixed in 1.10.0'],
    ['1.7.0', gap, 'clear', 'affected only from 1.8.0'],
    ['1.7.1', gap, 'possible', 'the last one known to be free of it is 1.7.0, affected from 1.8.0, fixed in 1.10.0'],
    ['1.8.0', gap, 'exposed', 'affected from 1.8.0, fixed in 1.10.0'],
    ['1.0.0', blurred, 'possible', 'affected from 1.8.0 at the latest, fixed in 1.10.0'],
    ['1.8.0', blurred, 'exposed', 'affected from 1.8.0, fixed in 1.10.0'],
    ['1.10.0', blurred, 'clear', 'fixed in 1.10.0'],
    ['0.1.0', any, 'exposed', 'affected from the first version on, fixed in 1.10.0'],
    ['1.10.0', any, 'clear', 'fixed in 1.10.0'],
    [
      '1.9.1',
      anyUpTo,
      'possible',
      'affected from the first version on, the last one known to be affected is 1.9.0, the first fixed version is not known',
    ],
    ['0.1.0', unknownStart, 'possible', 'the first affected version is not known, fixed in 1.10.0'],
    ['1.10.0', unknownStart, 'clear', 'fixed in 1.10.0'],
    ['1.7.0', unknownStartClean, 'clear', 'free of it up to 1.7.0'],
    [
      '1.7.1',
      unknownStartClean,
      'possible',
      'the last one known to be free of it is 1.7.0, the first affected version is not known, fixed in 1.10.0',
    ],
    ['29.0.0', never, 'exposed', 'affected from 1.8.0, no version has the fix'],
    ['1.7.9', never, 'clear', 'affected only from 1.8.0'],
    ['1.9.0', unknownFix, 'exposed', 'affected from 1.8.0, the first fixed version is not known'],
    [
      '1.9.1',
      unknownFix,
      'possible',
      'affected from 1.8.0, the last one known to be affected is 1.9.0, the first fixed version is not known',
    ],
    ['1.9.1', seenUpTo, 'possible', 'affected from 1.8.0, the last one known to be affected is 1.9.0, fixed in 1.10.0'],
    ['1.10.0', seenUpTo, 'clear', 'fixed in 1.10.0'],
    ['1.6.9', line, 'clear', 'not among the affected versions'],
    ['1.7.0', line, 'exposed', 'affected from the first version on, up to 1.9.0'],
    ['1.8.9', line, 'exposed', 'affected from the first version on, up to 1.9.0'],
    ['1.8.9', fixedLine, 'exposed', 'affected from the first version on, fixed in 1.10.0'],
    ['1.8.9', openLine, 'exposed', 'affected from the first version on, the first fixed version is not known'],
    ['29.0.0', endless, 'exposed', 'affected from the first version on, no version has the fix'],
    ['1.9.0', line, 'clear', 'not among the affected versions'],
    ['1.8.0-rc1', fromRc, 'clear', 'affected only from 1.8.0-rc2'],
    ['1.8.0-rc2', fromRc, 'exposed', 'affected from 1.8.0-rc2, fixed in 1.10.0'],
  ])('Engine %s by %j is %s', (version, range, verdict, prose) => {
    const expected = { verdict, why: [`Engine ${version}: ${prose}`] };
    expect(judgeRanges(engineScheme, version, [range], 'Engine')).toEqual(expected);
  });
});

describe('several ranges', () => {
  const lines = [
    { first_affected: '1.3.0', first_fixed: '1.3.6' },
    { first_affected: '1.4.0', first_fixed: '1.4.2' },
    { first_affected: '1.5.0-rc.1', first_fixed: '1.5.0-rc.2' },
  ];
  it.each<[string, Verdict, string]>([
    ['1.2.9', 'clear', 'affected only from 1.3.0'],
    ['1.3.5', 'exposed', 'affected from 1.3.0, fixed in 1.3.6'],
    ['1.3.6', 'clear', 'fixed in 1.3.6'],
    ['1.4.0-rc.1', 'possible', 'affected from 1.4.0, of which this is a pre-release, fixed in 1.4.2'],
    ['1.4.1', 'exposed', 'affected from 1.4.0, fixed in 1.4.2'],
    ['1.4.3', 'clear', 'fixed in 1.4.2'],
    ['1.5.0-rc.1', 'exposed', 'affected from 1.5.0-rc.1, fixed in 1.5.0-rc.2'],
    ['1.5.0', 'clear', 'fixed in 1.5.0-rc.2'],
  ])('runc %s is %s', (version, verdict, prose) => {
    const expected = { verdict, why: [`runc ${version}: ${prose}`] };
    expect(judgeRanges(componentScheme, version, lines, 'runc')).toEqual(expected);
    expect(judgeRanges(componentScheme, version, lines.toReversed(), 'runc')).toEqual(expected);
  });

  it('lets the worst count', () => {
    const ranges = [unknownStart, known];
    expect(judgeRanges(engineScheme, '1.9.0', ranges).verdict).toBe('exposed');
    expect(judgeRanges(engineScheme, '1.7.0', ranges).verdict).toBe('possible');
  });

  it('says only once what two ranges say alike, and names each bound that counts', () => {
    expect(judgeRanges(engineScheme, '1.9.0', [known, known], 'Engine').why).toEqual([
      'Engine 1.9.0: affected from 1.8.0, fixed in 1.10.0',
    ]);
    expect(judgeRanges(engineScheme, '1.9.0', [known, never], 'Engine').why).toEqual([
      'Engine 1.9.0: affected from 1.8.0, fixed in 1.10.0, or affected from 1.8.0, no version has the fix',
    ]);
  });

  it('is clear without any', () => {
    expect(judgeRanges(engineScheme, '1.9.0', [], 'Engine')).toEqual({
      verdict: 'clear',
      why: ['Engine 1.9.0: not among the affected versions'],
    });
  });
});

describe('what cannot be judged', () => {
  it('quotes a text that is no version', () => {
    expect(judgeRanges(engineScheme, 'dev\n', [known], 'Engine')).toEqual({
      verdict: 'unknown',
      why: [String.raw`Engine "dev\u{a}" is not understood, expected a version such as 20.10.24`],
    });
  });

  it('names a bound that is no version', () => {
    for (const key of [
      'applies_from',
      'applies_below',
      'last_clean',
      'first_affected',
      'last_affected',
      'first_fixed',
    ]) {
      const range = { ...known, [key]: 'soon' };
      const { verdict, why } = judgeRanges(engineScheme, '1.9.0', [any, range], 'Engine');
      expect({ verdict, why }).toEqual({ verdict: 'unknown', why: ['Engine 1.9.0: the bound "soon" is no version'] });
    }
  });

  it('is never sure of a build with fixes of its own', () => {
    const prose = 'affected from 1.8.0, fixed in 1.10.0, but this build carries fixes of its own';
    expect(judgeRanges(engineScheme, '1.9.1-rhel', [known], 'Engine')).toEqual({
      verdict: 'possible',
      why: [`Engine 1.9.1-rhel: ${prose}`],
    });
    expect(judgeRanges(engineScheme, '1.10.1-rhel', [known]).verdict).toBe('clear');
    expect(judgeRanges(engineScheme, '1.7.1-rhel', [gap], 'Engine').why.join()).not.toContain('fixes of its own');
  });
});

const versions = ['4.0', '4.1-rc7', '4.1', '4.1.1', '4.1.2', '4.2-rc1', '4.2-rc2', '4.2', '4.2.1', '4.3'];
const version = fc.constantFrom(...versions);
const orWord = (...words: readonly string[]) => fc.oneof(version, fc.constantFrom(...words));
const range: fc.Arbitrary<VersionRange> = fc.record(
  {
    applies_from: version,
    applies_below: version,
    last_clean: orWord('unknown'),
    first_affected: orWord('any', 'unknown'),
    last_affected: version,
    first_fixed: orWord('never', 'unknown'),
  },
  { requiredKeys: ['first_affected', 'first_fixed'] },
);
const ranges = fc.array(range, { maxLength: 4 });
const verdictOf = (text: string, of: readonly VersionRange[]): Verdict => judgeRanges(upstreamScheme, text, of).verdict;
const severity = (verdict: Verdict): number => ['clear', 'possible', 'exposed'].indexOf(verdict);
const order = (a: string, b: string): number => versions.indexOf(a) - versions.indexOf(b);

describe('any ranges', () => {
  it('are never unknown for versions that are understood', () => {
    fc.assert(
      fc.property(version, ranges, (text, of) => {
        expect(verdictOf(text, of)).not.toBe('unknown');
      }),
    );
  });

  it('do not strike a version from its fix on', () => {
    fc.assert(
      fc.property(version, version, range, (text, fix, of) => {
        if (order(text, fix) >= 0) expect(verdictOf(text, [{ ...of, first_fixed: fix }])).toBe('clear');
      }),
    );
  });

  it('do not depend on their order, nor do their words', () => {
    fc.assert(
      fc.property(version, ranges, (text, of) => {
        expect(verdictOf(text, of.toReversed())).toBe(verdictOf(text, of));
        if (verdictOf(text, of) !== 'clear') return;
        expect(judgeRanges(upstreamScheme, text, of.toReversed())).toEqual(judgeRanges(upstreamScheme, text, of));
      }),
    );
  });

  it('strike no less when one is added, and as hard as the worst of them', () => {
    fc.assert(
      fc.property(version, ranges, (text, of) => {
        const each = of.map((one) => severity(verdictOf(text, [one])));
        expect(severity(verdictOf(text, of))).toBe(Math.max(0, ...each));
      }),
    );
  });

  it('strike harder up to the last affected version, and not at all from the fix on', () => {
    const ordered = fc.uniqueArray(version, { minLength: 3, maxLength: 3 }).map((list) => list.toSorted(order));
    fc.assert(
      fc.property(version, version, ordered, (a, b, [clean, affected, fix]) => {
        const [low, high] = [a, b].toSorted(order) as [string, string];
        const of = [{ last_clean: clean as string, first_affected: affected as string, first_fixed: fix as string }];
        if (order(high, fix as string) < 0) {
          expect(severity(verdictOf(low, of))).toBeLessThanOrEqual(severity(verdictOf(high, of)));
        }
        expect(verdictOf(clean as string, of)).toBe('clear');
        expect(verdictOf(affected as string, of)).toBe('exposed');
      }),
    );
  });
});
