import { describe, expect, it } from 'vitest';
import type { Verdict } from '../model/advisory.ts';
import { judgeUbuntu } from './ubuntu-uploads.ts';

const byUpload = [{ last_clean: '71.114', first_affected: '72.115', first_fixed: '78.122' }];
const byAbi = [{ last_clean: '71', first_affected: '72', first_fixed: '78' }];

describe('judgeUbuntu', () => {
  it.each<[string, Verdict]>([
    ['71.114', 'clear'],
    ['72.114', 'possible'],
    ['72.115', 'exposed'],
    ['75', 'exposed'],
    ['78.121', 'exposed'],
    ['78.122', 'clear'],
    ['79', 'clear'],
    ['71', 'unknown'],
    ['78', 'unknown'],
  ])('%s, where the bounds have uploads, is %s', (abi, verdict) => {
    expect(judgeUbuntu(abi, byUpload).verdict).toBe(verdict);
  });

  it.each<[string, Verdict]>([
    ['71', 'clear'],
    ['72', 'exposed'],
    ['72.1', 'exposed'],
    ['77.999', 'exposed'],
    ['78', 'clear'],
  ])('%s, where the bounds are ABI numbers, is %s', (abi, verdict) => {
    expect(judgeUbuntu(abi, byAbi).verdict).toBe(verdict);
  });

  it('says what is missing', () => {
    expect(judgeUbuntu('78', byUpload).prose).toBe(
      'affected from 72.115, fixed in 78.122, and its upload (the number in uname -v) is not known',
    );
  });

  it('is possible where no upload is clear', () => {
    expect(judgeUbuntu('72', [{ last_clean: 'unknown', first_affected: '72.115', first_fixed: 'never' }]).verdict).toBe(
      'possible',
    );
  });
});
