import { describe, expect, it } from 'vitest';
import type { AufsEntry, Verdict } from '../model/advisory.ts';
import { judgeAufs } from './aufs.ts';
import { factsOf } from './given-facts.ts';

const entries: readonly AufsEntry[] = [
  { branches: ['4.0', '4.1', '4.2'], first_fixed: 'never' },
  { branches: ['4.1.13+', '4.3', '4.x-rcN'], first_fixed: '20160111' },
  { branches: ['4.9'], first_fixed: 'never' },
  { from_branch: '4.4', first_fixed: '20160118' },
];

const laterBranches = 'all releases of branch 4.4 and later have the fix, and are of 20160118 or later';

const judged = (aufs_version: string) => judgeAufs(entries, factsOf({ aufs_version }, '2026-11-22'));

describe('judgeAufs', () => {
  it.each<[string, Verdict, string]>([
    ['4.1-20151116', 'exposed', 'branch 4.1 never got the fix'],
    ['4.1-20170220', 'exposed', 'branch 4.1 never got the fix'],
    ['4.1', 'unknown', 'branch 4.1 never got the fix, but without a date this is no release'],
    ['4.1.13+-20160110', 'exposed', 'branch 4.1.13+ got the fix on 20160111'],
    ['4.1.13+-20160111', 'clear', 'branch 4.1.13+ got the fix on 20160111'],
    ['4.1.13+', 'unknown', 'branch 4.1.13+ got the fix on 20160111, but without a date this is no release'],
    ['4.3-20151221', 'exposed', 'branch 4.3 got the fix on 20160111'],
    ['4.x-rcN-20160111', 'clear', 'branch 4.x-rcN got the fix on 20160111'],
    ['4.9-20180409', 'exposed', 'branch 4.9 never got the fix'],
    ['4.9.94+-20180730', 'clear', laterBranches],
    ['4.9.94+', 'unknown', `${laterBranches}, but without a date this is no release`],
    ['4.9.94+-20160117', 'exposed', laterBranches],
    ['4.15.18+-20190211', 'clear', laterBranches],
    ['5.x-rcN-20190401', 'clear', laterBranches],
    ['3.13-20140303', 'unknown', 'nothing is known about branch 3.13'],
    ['4.1.14+-20160201', 'unknown', 'nothing is known about branch 4.1.14+'],
  ])('%s is %s', (version, verdict, prose) => {
    expect(judged(version)).toEqual({ verdict, why: [`aufs ${version}: ${prose}`] });
  });

  it('quotes what is no version', () => {
    expect(judged('4.1-2015\u001b[2J')).toEqual({
      verdict: 'unknown',
      why: [
        String.raw`aufs version "4.1-2015\u{1b}[2J" is not understood, expected a version such as 4.1.13+-20160111`,
      ],
    });
  });

  it('does not guess', () => {
    const missing = judgeAufs(entries, factsOf({}, '2026-11-22'));
    expect(missing).toEqual({ verdict: 'unknown', why: ['aufs version not known: not given'] });
  });
});
