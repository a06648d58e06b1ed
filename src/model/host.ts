import type { CgroupCounts, ContainerCgroups, ContainerRoots, ContainerSwap } from './containers.ts';
import type { Daemon, DaemonName } from './daemons.ts';
import type { DevicemapperDevices, FilesystemSize, HostMounts } from './mounts.ts';
import type { MountNamespaces } from './namespaces.ts';
import type { ProcessTable } from './processes.ts';
import type { Reading } from './reading.ts';

export interface LoadAverage {
  readonly '1m': number;
  readonly '5m': number;
  readonly '15m': number;
}

export interface Memory {
  readonly sizeBytes: number;
  /** `MemAvailable`; undefined before kernel 3.14, which does not give it. */
  readonly availableBytes: number | undefined;
  readonly swapSizeBytes: number;
  readonly swapUsedBytes: number;
}

/** Lines `btime` and `cpuN` of `/proc/stat`. */
export interface KernelStat {
  readonly bootTime: number;
  readonly cpus: number;
}

export interface KernelVersion {
  /** As `uname -r`. */
  readonly release: string;
  /** As `uname -v`. */
  readonly version: string;
}

export interface ProcessLimits {
  readonly pidMax: number | undefined;
  readonly threadsMax: number | undefined;
}

/** What can be seen of the host; `false` carries the reason and the way out. */
export type Visibility = { readonly visible: true } | { readonly visible: false; readonly reason: string };
export const visibilityScopes = ['host_processes', 'daemon_fds', 'mount_namespaces', 'engine'] as const;
export type VisibilityScope = (typeof visibilityScopes)[number];

/** The kernel's view of this host. */
export interface HostView {
  readonly loadAverage: Reading<LoadAverage>;
  readonly memory: Reading<Memory>;
  readonly kernelStat: Reading<KernelStat>;
  readonly cgroupCounts: Reading<CgroupCounts>;
  readonly processLimits: Reading<ProcessLimits>;
  readonly processes: Reading<ProcessTable>;
  readonly containers: Reading<ContainerCgroups>;
  readonly containerRoots: Reading<ContainerRoots>;
  readonly containerSwap: Reading<ContainerSwap>;
  readonly daemons: Readonly<Record<DaemonName, Daemon>>;
  readonly mounts: Reading<HostMounts>;
  readonly mountNamespaces: Reading<MountNamespaces>;
  readonly devices: Reading<DevicemapperDevices>;
  readonly dataRoot: Reading<FilesystemSize>;
  readonly kernel: Reading<KernelVersion>;
  readonly distribution: Reading<string>;
  readonly aufs: Reading<string>;
  readonly kernelCommandLine: Reading<string>;
  /** Names of the types of file system that this kernel has now, in its order; a module that is not loaded has none. */
  readonly filesystems: Reading<readonly string[]>;
  /** By name, `fs.may_detach_mounts`: those that were asked for. One that this kernel does not have is `absent`. */
  readonly sysctls: Reading<ReadonlyMap<string, Reading<string>>>;
}
