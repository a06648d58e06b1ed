import { expect, it } from 'vitest';
import type { GivenFacts } from '../model/advisory.ts';
import { absent, ok } from '../model/reading.ts';
import { factsOf } from './given-facts.ts';

const all: Required<GivenFacts> = {
  kernel_release: '4.1.13',
  kernel_version: '#1 SMP',
  distribution: 'debian 12',
  aufs_version: '4.1-20151116',
  storage_driver: 'aufs',
  driver_status: { Dirs: '12' },
  engine_version: '1.9.1',
  containerd_version: '1.2.12',
  runc_version: '1.1.5',
  cpus: 1,
  cgroup_version: '1',
  kernel_command_line: 'ro',
  sysctl: { 'fs.may_detach_mounts': '0' },
  swap_limit: false,
  date: '2016-02-01',
};

it('takes every fact over', () => {
  expect(factsOf(all, '2026-11-22')).toEqual({
    kernelRelease: ok('4.1.13'),
    kernelVersion: ok('#1 SMP'),
    distribution: ok('debian 12'),
    aufsVersion: ok('4.1-20151116'),
    filesystems: absent('not given'),
    storageDriver: ok('aufs'),
    driverStatus: ok({ entries: new Map([['Dirs', '12']]), isWhole: false }),
    engineVersion: ok('1.9.1'),
    containerdVersion: ok('1.2.12'),
    runcVersion: ok('1.1.5'),
    cpus: ok(1),
    cgroupVersion: ok('1'),
    kernelCommandLine: ok('ro'),
    sysctls: new Map([['fs.may_detach_mounts', ok('0')]]),
    swapLimit: ok(false),
    date: '2016-02-01',
  });
});

it('knows nothing of what is left out, and takes today for the date', () => {
  const { date, sysctls, ...readings } = factsOf({}, '2026-11-22');
  expect(date).toBe('2026-11-22');
  expect(sysctls.size).toBe(0);
  expect(Object.keys(readings)).toHaveLength(Object.keys(all).length - 1);
  expect(new Set(Object.values(readings))).toEqual(new Set([absent('not given')]));
});
