import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict, VersionRange } from '../model/advisory.ts';
import { judgeAnyLevel, judgeUpstream } from './kernel-levels.ts';

const hidden = 'and its stable level is not to be seen';
const cases: readonly [string, string, VersionRange, Verdict, string][] = [
  [
    'all levels before the first',
    '5.3.0',
    { first_affected: '5.4', first_fixed: 'never' },
    'clear',
    'affected only from 5.4',
  ],
  ['all levels behind the fix', '5.3.0', { first_affected: '4.3', first_fixed: '5.2.17' }, 'clear', 'fixed in 5.2.17'],
  [
    'all levels struck',
    '5.3.0',
    { first_affected: '5.2', first_fixed: '5.4' },
    'exposed',
    'affected from 5.2, fixed in 5.4',
  ],
  [
    'all levels possible',
    '5.3.0',
    { first_affected: 'unknown', first_fixed: '5.4' },
    'possible',
    'the first affected version is not known, fixed in 5.4',
  ],
  [
    'the fix inside',
    '5.3.0',
    { first_affected: '5.2', first_fixed: '5.3.1' },
    'unknown',
    `affected from 5.2, fixed in 5.3.1, ${hidden}`,
  ],
  [
    'the start inside',
    '5.3.0',
    { first_affected: '5.3.9', first_fixed: 'never' },
    'unknown',
    `affected from 5.3.9, no version has the fix, ${hidden}`,
  ],
  [
    'start and fix inside',
    '5.3.0',
    { first_affected: '5.3.9', first_fixed: '5.3.10' },
    'unknown',
    `affected from 5.3.9, fixed in 5.3.10, ${hidden}`,
  ],
  [
    'a gap inside',
    '5.3.0',
    { last_clean: '5.3.4', first_affected: '5.4', first_fixed: 'never' },
    'unknown',
    `the last one known to be free of it is 5.3.4, affected from 5.4, no version has the fix, ${hidden}`,
  ],
  [
    'the last affected inside',
    '5.3.0',
    { first_affected: '5.2', last_affected: '5.3.4', first_fixed: 'unknown' },
    'possible',
    `affected from 5.2, the first fixed version is not known, ${hidden}`,
  ],
  [
    'nothing clear inside',
    '5.3.0',
    { last_clean: '5.2', first_affected: '5.3.4', first_fixed: 'never' },
    'possible',
    `the last one known to be free of it is 5.2, affected from 5.3.4, no version has the fix, ${hidden}`,
  ],
  [
    'the line ends inside',
    '5.3.0',
    { applies_below: '5.3.2', first_affected: 'any', first_fixed: 'never' },
    'unknown',
    `affected from the first version on, up to 5.3.2, ${hidden}`,
  ],
  [
    'the line starts inside',
    '5.3.0',
    { applies_from: '5.3.2', first_affected: 'any', first_fixed: 'never' },
    'unknown',
    `affected from the first version on, no version has the fix, ${hidden}`,
  ],
  ['the fix is the lowest', '5.3.0', { first_affected: 'any', first_fixed: '5.3' }, 'clear', 'fixed in 5.3'],
  ['the fix is a candidate', '5.3.0', { first_affected: 'any', first_fixed: '5.3-rc4' }, 'clear', 'fixed in 5.3-rc4'],
  [
    'a series that begins alike',
    '5.3.0',
    { first_affected: '5.30.2', first_fixed: '5.30.4' },
    'clear',
    'affected only from 5.30.2',
  ],
  [
    'three numbers make the series',
    '2.6.32',
    { first_affected: '2.6.18', first_fixed: '2.6.33' },
    'exposed',
    'affected from 2.6.18, fixed in 2.6.33',
  ],
  [
    'a bound in a series of three numbers',
    '2.6.32',
    { first_affected: '2.6.18', first_fixed: '2.6.32.61' },
    'unknown',
    `affected from 2.6.18, fixed in 2.6.32.61, ${hidden}`,
  ],
  [
    'a bound that is no version',
    '5.3.0',
    { first_affected: 'soon', first_fixed: 'never' },
    'unknown',
    'the bound "soon" is no version',
  ],
];

describe('judgeAnyLevel', () => {
  it.each(cases)('%s', (_, lowest, range, verdict, prose) => {
    expect(judgeAnyLevel(lowest, [range])).toEqual({ verdict, prose });
  });

  it('sees what lies between several ranges', () => {
    const ranges = [
      { applies_below: '5.3.3', first_affected: 'any', first_fixed: 'never' },
      { applies_from: '5.3.4', first_affected: 'any', first_fixed: 'never' },
    ];
    expect(judgeAnyLevel('5.3.0', ranges).verdict).toBe('unknown');
    expect(judgeAnyLevel('5.3.0', [ranges[0], { ...ranges[1], applies_from: '5.3.3' }] as VersionRange[]).verdict).toBe(
      'exposed',
    );
  });

  it('does not understand what is no version', () => {
    expect(judgeAnyLevel('five', []).verdict).toBe('unknown');
  });

  it('says what every single level says, or nothing', () => {
    const level = fc.integer({ min: 0, max: 12 }).map((number) => `5.3.${number}`);
    const range = fc.record<VersionRange>(
      {
        applies_from: level,
        applies_below: level,
        last_clean: fc.oneof(level, fc.constant('unknown')),
        first_affected: fc.oneof(level, fc.constantFrom('any', 'unknown', '5.2', '5.4')),
        last_affected: level,
        first_fixed: fc.oneof(level, fc.constantFrom('never', 'unknown', '5.2', '5.4')),
      },
      { requiredKeys: ['first_affected', 'first_fixed'] },
    );
    fc.assert(
      fc.property(fc.array(range, { maxLength: 3 }), (ranges) => {
        const single = Array.from({ length: 20 }, (_, number) => judgeUpstream(`5.3.${number}`, ranges).verdict);
        const found = new Set(single);
        const expected = found.has('clear') ? 'unknown' : 'possible';
        expect(judgeAnyLevel('5.3.0', ranges).verdict).toBe(found.size === 1 ? single[0] : expected);
      }),
      { numRuns: 1000 },
    );
  });
});
