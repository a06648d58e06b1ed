import type { Reading } from './reading.ts';

/** `DriverStatus` of `GET /info`. */
export interface DriverStatus {
  readonly entries: ReadonlyMap<string, string>;
  /** False when somebody typed in a few of its pairs: then a key that is missing says nothing. */
  readonly isWhole: boolean;
}

/**
 * What a host is judged by: the versions and settings that advisories have conditions on. A fact that is
 * not known says why in its reading; it never counts as one that is all right.
 */
export interface HostFacts {
  /** As `uname -r`: `3.13.0-72-generic`. */
  readonly kernelRelease: Reading<string>;
  /** As `uname -v`: `#115-Ubuntu SMP …`. */
  readonly kernelVersion: Reading<string>;
  /** `debian 12`, or a name as the Engine tells it: `Debian GNU/Linux 12 (bookworm)`. */
  readonly distribution: Reading<string>;
  /** `/sys/module/aufs/version`: `4.1-20151116`. */
  readonly aufsVersion: Reading<string>;
  /** Names of `/proc/filesystems` while dockerd runs: modules are loaded as they are needed, so others may come. */
  readonly filesystems: Reading<readonly string[]>;
  /** As `docker info` names it: `overlay2`. */
  readonly storageDriver: Reading<string>;
  readonly driverStatus: Reading<DriverStatus>;
  readonly engineVersion: Reading<string>;
  readonly containerdVersion: Reading<string>;
  readonly runcVersion: Reading<string>;
  readonly cpus: Reading<number>;
  /** `1` or `2`. */
  readonly cgroupVersion: Reading<string>;
  /** `/proc/cmdline`. */
  readonly kernelCommandLine: Reading<string>;
  /** By name, `fs.may_detach_mounts`: those that some advisory asks for. */
  readonly sysctls: ReadonlyMap<string, Reading<string>>;
  /** `SwapLimit` of `GET /info`: whether the swap of a container can be limited. */
  readonly swapLimit: Reading<boolean>;
  /** Today, `2026-11-22`: dates of end of life are compared with it. */
  readonly date: string;
}
