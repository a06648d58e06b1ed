import { expect, it } from 'vitest';
import { factsOf } from '../advisories/given-facts.ts';
import type { GivenFacts } from '../model/advisory.ts';
import { absent, denied, malformed, ok, type Reading, timedOut } from '../model/reading.ts';
import { factLines } from './advise-facts.ts';

const everything = {
  kernel_release: '4.1.13-boot2docker',
  kernel_version: '#1 SMP',
  distribution: 'boot2docker 1.9.1',
  aufs_version: '4.1-20151116',
  storage_driver: 'aufs',
  driver_status: { Dirs: '3', 'Dirperm1 Supported': 'true' },
  engine_version: '1.9.1',
  containerd_version: '0.1',
  runc_version: '0.0.5',
  cpus: 1,
  cgroup_version: '1',
  kernel_command_line: '',
  sysctl: { 'kernel.pid_max': '32768' },
  swap_limit: true,
  date: '2016-01-01',
} satisfies Required<GivenFacts>;

const linesOf = (given: GivenFacts, isThisHost: boolean, over = {}) =>
  factLines({ facts: { ...factsOf(given, '2026-11-22'), ...over }, given, isThisHost }).map(
    ({ label, text }) => `${label}: ${text}`,
  );

it('has every fact that is given', () => {
  expect(linesOf(everything, false)).toEqual([
    'kernel release: 4.1.13-boot2docker',
    'kernel version: #1 SMP',
    'distribution: boot2docker 1.9.1',
    'aufs version: 4.1-20151116',
    'storage driver: aufs',
    'driver status: Dirs=3, Dirperm1 Supported=true',
    'engine version: 1.9.1',
    'containerd version: 0.1',
    'runc version: 0.0.5',
    'cpus: 1',
    'cgroup version: 1',
    'kernel command line: (empty)',
    'swap limit: true',
    'sysctl kernel.pid_max: 32768',
    'date: 2016-01-01',
  ]);
});

it('offline names the flags that were not given on one line', () => {
  const { kernel_release: _, sysctl: __, swap_limit: ___, ...rest } = everything;
  expect(linesOf(rest, false).at(-1)).toBe('not given: --kernel-release, --swap-limit, --sysctl');
  expect(linesOf({ cpus: 1 }, false)).toEqual([
    'cpus: 1',
    'date: 2026-11-22',
    'not given: --kernel-release, --kernel-version, --distribution, --aufs-version, --storage-driver, --driver-status, --engine-version, --containerd-version, --runc-version, --cgroup-version, --kernel-command-line, --swap-limit, --sysctl',
  ]);
});

it('of this host says why a fact is not known, and which ones are not its own', () => {
  const lines = linesOf({ engine_version: '28.0.0', sysctl: { b: '2' } }, true, {
    kernelRelease: ok('6.1.0-18-amd64'),
    aufsVersion: absent('no /sys/module/aufs/version'),
    filesystems: ok(['ext4', 'overlay']),
    cgroupVersion: ok('2', ['told by the kernel']),
    storageDriver: timedOut('GET /info'),
    cpus: malformed('/proc/stat: no cpu0'),
    kernelCommandLine: denied('/proc/cmdline: EACCES'),
    sysctls: new Map<string, Reading<string>>([
      ['a', absent('no /proc/sys/a')],
      ['b', ok('2')],
    ]),
  });
  expect(lines).toEqual(
    expect.arrayContaining([
      'kernel release: 6.1.0-18-amd64',
      'aufs version: not known: no /sys/module/aufs/version',
      'filesystems: ext4 overlay',
      'storage driver: not known: timeout: GET /info',
      'engine version: 28.0.0 (by flag)',
      'cgroup version: 2 (told by the kernel)',
      'cpus: not known: malformed: /proc/stat: no cpu0',
      'kernel command line: not known: denied: /proc/cmdline: EACCES',
      'sysctl a: not known: no /proc/sys/a',
      'sysctl b: 2 (by flag)',
    ]),
  );
  expect(lines.filter((line) => line.startsWith('not given'))).toEqual([]);
});
