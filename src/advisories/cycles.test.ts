import { describe, expect, it } from 'vitest';
import { lifeOf, releaseOf } from './cycles.ts';

describe('releaseOf', () => {
  it.each([
    ['20.10', '', [20, 10]],
    ['29', '', [29]],
    ['4.1', '', [4, 1]],
    ['debian 12', 'debian', [12]],
    ['  debian   12\n', 'debian', [12]],
    ['ubuntu 14.04', 'ubuntu', [14, 4]],
    ['Debian GNU/Linux 12 (bookworm)', 'debian', [12]],
    ['Raspbian GNU/Linux 10 (buster)', 'raspbian', [10]],
    ['Ubuntu 14.04.1 LTS', 'ubuntu', [14, 4, 1]],
    ['CentOS Linux 7 (Core)', 'centos', [7]],
    ['CentOS Stream 9', 'centos stream', [9]],
    ['Red Hat Enterprise Linux Server 7.9 (Maipo)', 'rhel', [7, 9]],
    ['Red Hat Enterprise Linux 8.6 (Ootpa)', 'rhel', [8, 6]],
    ['rhel 9.2', 'rhel', [9, 2]],
    ['Amazon Linux 2', 'amzn', [2]],
    ['Amazon Linux AMI 2018.03', 'amzn', [2018, 3]],
    ['Amazon Linux 2023.5.20240708', 'amzn', [2023, 5, 20240708]],
    ['amzn 2023', 'amzn', [2023]],
    ['Alpine Linux v3.18', 'alpine', [3, 18]],
    ['Fedora Linux 38 (Cloud Edition)', 'fedora', [38]],
    ['Rocky Linux 9.2 (Blue Onyx)', 'rocky', [9, 2]],
    ['Oracle Linux Server 8.8', 'ol', [8, 8]],
    ['Boot2Docker 1.9.1 (TCL 6.4.1); master : cef800b', 'boot2docker', [1, 9, 1]],
    ['openSUSE Leap 15.4', 'opensuse leap', [15, 4]],
  ])('%s', (text, name, numbers) => {
    expect(releaseOf(text)).toEqual({ name, numbers });
  });

  it.each([
    '',
    'arch',
    'Debian GNU/Linux bookworm/sid',
    'debian-12',
    'x'.repeat(300),
    `a${' '.repeat(1e6)}1`,
    '1'.repeat(50),
  ])('finds none in %j', (text) => {
    expect(releaseOf(text)).toBeUndefined();
  });
});

const table = {
  component: 'distribution',
  snapshot: '2026-08-22',
  source: 'https://example.com',
  cycles: [
    { cycle: 'debian 11', ends: '2024-08-14' },
    { cycle: 'ubuntu 22.04', ends: '2027-04-01' },
    { cycle: 'debian 13', ends: 'supported' },
    { cycle: '26', ends: '2024-06-08' },
    { cycle: '26.1', ends: '2025-02-17' },
  ],
  unlisted: 'ended',
} as const;

describe('lifeOf', () => {
  it.each([
    ['debian 11', { cycle: 'debian 11', ends: '2024-08-14' }],
    ['Debian GNU/Linux 11.9 (bullseye)', { cycle: 'debian 11', ends: '2024-08-14' }],
    ['Debian GNU/Linux 13 (trixie)', { cycle: 'debian 13', ends: 'supported' }],
    ['Ubuntu 22.04.3 LTS', { cycle: 'ubuntu 22.04', ends: '2027-04-01' }],
    ['26.0.1', { cycle: '26', ends: '2024-06-08' }],
    ['26.1.4', { cycle: '26.1', ends: '2025-02-17' }],
    ['26.10.0', { cycle: '26', ends: '2024-06-08' }],
    ['debian 12', 'unlisted'],
    ['debian 8', 'unlisted'],
    ['ubuntu 22.3', 'unlisted'],
    ['25.0.5', 'unlisted'],
    ['debian 14', 'newer'],
    ['ubuntu 22.10', 'newer'],
    ['27.0.1', 'newer'],
    ['alpine 3.18', 'newer'],
    ['boot2docker 11', 'newer'],
  ])('of %s is %j', (text, life) => {
    expect(lifeOf(table, releaseOf(text) ?? { name: 'none', numbers: [] })).toEqual(life);
  });

  it('takes a version for older than a cycle that goes on where it ends', () => {
    expect(
      lifeOf({ ...table, cycles: [{ cycle: '22.04.9', ends: 'supported' }] }, { name: '', numbers: [22, 4] }),
    ).toBe('unlisted');
  });
});
