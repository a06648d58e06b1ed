import fc, { type Arbitrary } from 'fast-check';
import { daemonNames, fdTargets } from '../../src/model/daemons.ts';
import { reclaimableKinds } from '../../src/model/engine.ts';
import type { HostView } from '../../src/model/host.ts';
import { storageDrivers } from '../../src/model/mounts.ts';
import type { MountNamespaces } from '../../src/model/namespaces.ts';
import type { Snapshot, StuckReading } from '../../src/model/snapshot.ts';
import { engineView } from './arbitrary-engine.ts';
import { cgroupCounts, containerSwap, containers, daemon, pid, processes } from './arbitrary-processes.ts';
import { count, optional, reading, record, seconds, word } from './arbitrary-reading.ts';

const root = fc.record({ driver: fc.constantFrom(...storageDrivers), key: word });
const mountedRoots = fc.uniqueArray(
  fc.record({ driver: fc.constantFrom(...storageDrivers), key: word, mountPoint: word }),
  { selector: ({ key }) => key },
);

const mountNamespaces: Arbitrary<MountNamespaces> = fc.record({
  namespaces: fc.array(
    fc.record({
      id: word,
      holder: fc.record({ pid, comm: word, service: optional(word), isExporter: fc.boolean() }),
      roots: mountedRoots,
    }),
    { maxLength: 4 },
  ),
  read: count,
  skipped: count,
});

const hostView: Arbitrary<HostView> = fc.record({
  loadAverage: reading(fc.record({ '1m': seconds, '5m': seconds, '15m': seconds })),
  memory: reading(
    fc.record({ sizeBytes: count, availableBytes: optional(count), swapSizeBytes: count, swapUsedBytes: count }),
  ),
  kernelStat: reading(fc.record({ bootTime: count, cpus: count })),
  cgroupCounts: reading(cgroupCounts),
  processLimits: reading(fc.record({ pidMax: optional(count), threadsMax: optional(count) })),
  processes: reading(processes),
  containers: reading(containers),
  containerRoots: reading(fc.record({ roots: fc.array(fc.tuple(word, root)).map((roots) => new Map(roots)) })),
  containerSwap: reading(containerSwap),
  daemons: record(daemonNames, daemon(fdTargets)),
  mounts: reading(
    fc.record({
      roots: mountedRoots,
      ownRoot: optional(word),
      networkNamespaces: count,
      devicemapperSources: fc.array(word),
    }),
  ),
  mountNamespaces: reading(mountNamespaces),
  devices: reading(fc.record({ names: fc.array(word) })),
  dataRoot: reading(fc.record({ sizeBytes: count, availableBytes: count })),
  kernel: reading(fc.record({ release: word, version: word })),
  distribution: reading(word),
  aufs: reading(word),
  kernelCommandLine: reading(word),
  filesystems: reading(fc.array(word)),
  sysctls: reading(fc.array(fc.tuple(word, reading(word)), { maxLength: 3 }).map((sysctls) => new Map(sysctls))),
});

const visibility = fc.oneof(
  fc.constant({ visible: true } as const),
  word.map((reason) => ({ visible: false, reason }) as const),
);
const stuck: Arbitrary<readonly StuckReading[]> = fc.array(fc.record({ path: word, since: seconds }), { maxLength: 3 });

/** Any snapshot at all: each reading of any kind, each optional value there or not. */
export const anySnapshot: Arbitrary<Snapshot> = fc.record({
  takenAt: seconds,
  clock: seconds,
  host: hostView,
  engine: optional(engineView(reclaimableKinds)),
  visibility: fc.record({
    host_processes: visibility,
    daemon_fds: visibility,
    mount_namespaces: visibility,
    engine: visibility,
  }),
  stuck,
  durations: fc.dictionary(word, seconds, { maxKeys: 3 }),
  dataTimes: fc.dictionary(word, seconds, { maxKeys: 3 }),
});
