import type { GivenFacts } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import { absent, ok, type Reading } from '../model/reading.ts';

const notGiven = absent('not given');

const reading = <T>(value: T | undefined): Reading<T> => (value === undefined ? notGiven : ok(value));

/** Facts that somebody wrote down; those left out are not known. `today`, `2026-11-22`, stands in for a missing date. */
export function factsOf(given: GivenFacts, today: string): HostFacts {
  return {
    kernelRelease: reading(given.kernel_release),
    kernelVersion: reading(given.kernel_version),
    distribution: reading(given.distribution),
    aufsVersion: reading(given.aufs_version),
    filesystems: notGiven,
    storageDriver: reading(given.storage_driver),
    driverStatus:
      given.driver_status === undefined
        ? notGiven
        : ok({ entries: new Map(Object.entries(given.driver_status)), isWhole: false }),
    engineVersion: reading(given.engine_version),
    containerdVersion: reading(given.containerd_version),
    runcVersion: reading(given.runc_version),
    cpus: reading(given.cpus),
    cgroupVersion: reading(given.cgroup_version),
    kernelCommandLine: reading(given.kernel_command_line),
    sysctls: new Map(Object.entries(given.sysctl ?? {}).map(([name, value]) => [name, ok(value)])),
    swapLimit: reading(given.swap_limit),
    date: given.date ?? today,
  };
}
