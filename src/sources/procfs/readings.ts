import type { CgroupCounts, ContainerCgroups, ContainerRoots, ContainerSwap } from '../../model/containers.ts';
import type { DaemonName, DaemonProcess } from '../../model/daemons.ts';
import type { KernelStat, KernelVersion, LoadAverage, Memory, ProcessLimits } from '../../model/host.ts';
import type { DevicemapperDevices, FilesystemSize, HostMounts } from '../../model/mounts.ts';
import type { MountNamespaces } from '../../model/namespaces.ts';
import type { ProcessTable } from '../../model/processes.ts';
import { absent, andThen, ok, okValue, type Reading } from '../../model/reading.ts';
import { parseCgroupStat } from '../../parse/cgroup-stat.ts';
import { parseCgroups } from '../../parse/cgroups.ts';
import { parseFilesystems } from '../../parse/filesystems.ts';
import { parseKernelStat } from '../../parse/kernel-stat.ts';
import { parseKernelVersion } from '../../parse/kernel-version.ts';
import { parseLoadAverage } from '../../parse/loadavg.ts';
import { parseMeminfo } from '../../parse/meminfo.ts';
import { parseOneLine } from '../../parse/one-line.ts';
import { readContainersByProcess } from './cgroup-by-process.ts';
import { readContainerCgroups } from './cgroup-tree.ts';
import { isSwapUsed, readContainerSwap } from './container-swap.ts';
import type { Context } from './context.ts';
import { readDaemons } from './daemons.ts';
import { readDevices } from './devices.ts';
import { readDistribution } from './distribution.ts';
import { rootsOfOthers, summariseMounts } from './mount-table.ts';
import { readProcessLimits } from './process-limits.ts';
import { readProcessTable } from './process-table.ts';
import { readParsed } from './read-parsed.ts';
import { readSysctls } from './sysctls.ts';

/** Everything that is read of the host's files in one pass. */
export interface HostReadings {
  readonly loadAverage: Reading<LoadAverage>;
  readonly memory: Reading<Memory>;
  readonly kernelStat: Reading<KernelStat>;
  readonly cgroupCounts: Reading<CgroupCounts>;
  readonly kernel: Reading<KernelVersion>;
  readonly distribution: Reading<string>;
  readonly aufs: Reading<string>;
  readonly kernelCommandLine: Reading<string>;
  readonly filesystems: Reading<readonly string[]>;
  readonly sysctls: Reading<ReadonlyMap<string, Reading<string>>>;
  readonly processLimits: Reading<ProcessLimits>;
  readonly processes: Reading<ProcessTable>;
  readonly containers: Reading<ContainerCgroups>;
  readonly daemons: Reading<Readonly<Record<DaemonName, Reading<DaemonProcess>>>>;
  readonly mounts: Reading<HostMounts>;
  readonly containerRoots: Reading<ContainerRoots>;
  readonly mountNamespaces: Reading<MountNamespaces>;
  readonly devices: Reading<DevicemapperDevices>;
  readonly containerSwap: Reading<ContainerSwap>;
  readonly dataRoot: Reading<FilesystemSize>;
}
export type ReadingKey = keyof HostReadings;

/** How one reading is made, and the collector whose duration it counts for. */
interface ReadingRow<K extends ReadingKey> {
  readonly collector: string;
  read(context: Context): HostReadings[K];
}

/**
 * The sources' table: a new reading is one row here. Rows are read from top to bottom, the cheap and
 * certain ones first, so that a scrape with little time still gets them.
 */
export const readings: { readonly [K in ReadingKey]: ReadingRow<K> } = {
  loadAverage: {
    collector: 'host',
    read: ({ files }) => readParsed(files, files.proc('loadavg'), parseLoadAverage),
  },
  memory: { collector: 'host', read: ({ files }) => readParsed(files, files.proc('meminfo'), parseMeminfo) },
  kernelStat: { collector: 'host', read: ({ files }) => readParsed(files, files.proc('stat'), parseKernelStat) },
  cgroupCounts: {
    collector: 'host',
    read: ({ files }) => {
      const unified = readParsed(files, files.sys('fs/cgroup/cgroup.stat'), parseCgroupStat);
      return unified.kind === 'absent' ? readParsed(files, files.proc('cgroups'), parseCgroups) : unified;
    },
  },
  kernel: { collector: 'kernel', read: ({ files }) => readParsed(files, files.proc('version'), parseKernelVersion) },
  distribution: { collector: 'kernel', read: ({ files }) => readDistribution(files) },
  aufs: {
    collector: 'kernel',
    read: ({ files }) => readParsed(files, files.sys('module/aufs/version'), (text) => ok(text.trim())),
  },
  kernelCommandLine: {
    collector: 'advisories',
    read: ({ files }) => readParsed(files, files.proc('cmdline'), parseOneLine),
  },
  filesystems: {
    collector: 'advisories',
    read: ({ files }) => readParsed(files, files.proc('filesystems'), parseFilesystems),
  },
  sysctls: { collector: 'advisories', read: ({ files, request }) => ok(readSysctls(files, request.sysctls)) },
  processLimits: { collector: 'processes', read: ({ files }) => readProcessLimits(files) },
  processes: { collector: 'processes', read: ({ files, pageBytes }) => readProcessTable(files, pageBytes) },
  containers: {
    collector: 'processes',
    read: (context) => {
      const tree = readContainerCgroups(context.files);
      if (tree.kind !== 'absent') return tree;
      return andThen(context.get('processes'), (table) => readContainersByProcess(context.files, table));
    },
  },
  daemons: { collector: 'daemon', read: readDaemons },
  mounts: {
    collector: 'mounts',
    read: ({ hostTable }) => andThen(hostTable, (entries) => ok(summariseMounts(entries))),
  },
  containerRoots: {
    collector: 'mounts',
    read: (context) =>
      andThen(context.get('containers'), (containers) =>
        andThen(context.get('processes'), (table) => context.roots.read(context.files, containers, table)),
      ),
  },
  mountNamespaces: {
    collector: 'mounts',
    read: (context) =>
      andThen(context.get('processes'), (table) => {
        const others = rootsOfOthers(okValue(context.hostTable) ?? []);
        return context.namespaces.read(context.files, table, others);
      }),
  },
  devices: { collector: 'mounts', read: ({ files }) => readDevices(files) },
  containerSwap: {
    collector: 'reconcile',
    read: (context) =>
      andThen(context.get('memory'), (memory) =>
        isSwapUsed(memory)
          ? andThen(context.get('containers'), (containers) => readContainerSwap(context.files, containers))
          : ok({ bytesOf: new Map() }),
      ),
  },
  dataRoot: {
    collector: 'engine',
    read: ({ files, request }) =>
      request.dataRoot === undefined
        ? absent('the Engine has not said where its data root is')
        : files.filesystem(files.root(request.dataRoot)),
  },
};

export const readingKeys = Object.keys(readings) as readonly ReadingKey[];
