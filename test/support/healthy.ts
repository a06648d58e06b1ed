import type { Daemon, DaemonProcess } from '../../src/model/daemons.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import type { EngineInfo, EngineView, ListedContainer } from '../../src/model/engine.ts';
import type { HostView } from '../../src/model/host.ts';
import { noMemory } from '../../src/model/memory.ts';
import { type Offender, type OffenderKind, offenderKinds } from '../../src/model/offenders.ts';
import { absent, ok } from '../../src/model/reading.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type ProcessRow, processTable } from './process-table.ts';
import { visible } from './snapshots.ts';

/** The time of every snapshot here. */
export const now = 1_795_000_000;

const runningProcess: DaemonProcess = {
  pid: 100,
  startTicks: 100,
  state: 'sleeping',
  threads: 10,
  residentBytes: 1,
  cpu: { user: 1, system: 1 },
  openFds: ok(10),
  fdsByTarget: absent('not in this test'),
  maxFds: ok({ soft: 1000, hard: 1000 }),
  threadTimes: absent('not in this test'),
};

/** A daemon that runs, with these differences. */
export const runningDaemon = (process: Partial<DaemonProcess> = {}, daemon: Partial<Daemon> = {}): Daemon => ({
  process: ok({ ...runningProcess, ...process }),
  startTime: 1,
  restarts: 0,
  busiestThread: undefined,
  ...daemon,
});

export const healthyHost: HostView = {
  loadAverage: ok({ '1m': 1, '5m': 1, '15m': 1 }),
  memory: ok({ sizeBytes: 8e9, availableBytes: 4e9, swapSizeBytes: 2 ** 31, swapUsedBytes: 0 }),
  kernelStat: ok({ bootTime: 1, cpus: 2 }),
  cgroupCounts: ok({ live: 1, dying: undefined }),
  processLimits: ok({ pidMax: 1000, threadsMax: 2000 }),
  processes: ok(processTable([{ pid: 1 }])),
  containers: ok({ containers: [] }),
  containerRoots: ok({ roots: new Map() }),
  containerSwap: ok({ bytesOf: new Map() }),
  daemons: { dockerd: runningDaemon(), containerd: runningDaemon({ pid: 101 }) },
  mounts: ok({ roots: [], ownRoot: undefined, networkNamespaces: 0, devicemapperSources: [] }),
  mountNamespaces: ok({ namespaces: [], read: 0, skipped: 0 }),
  devices: absent('no device-mapper'),
  dataRoot: absent('not in this test'),
  kernel: ok({ release: '6.1.0', version: '#1' }),
  distribution: ok('Debian'),
  aufs: absent('no AUFS'),
  kernelCommandLine: ok('quiet'),
  filesystems: ok(['ext4', 'overlay']),
  sysctls: ok(new Map()),
};

export const healthyInfo: EngineInfo = {
  serverVersion: '20.10.24',
  driver: 'overlay2',
  driverStatus: new Map(),
  storage: { backingFilesystem: 'extfs', supportsDType: true, loopback: undefined },
  pool: absent('no devicemapper'),
  cgroupDriver: 'systemd',
  cgroupVersion: '2',
  swapLimit: true,
  liveRestore: false,
  goroutines: 40,
  dataRoot: '/var/lib/docker',
  operatingSystem: 'Debian',
};

const probe = { state: 'ok', durationSeconds: 0.01, lastAnswer: now, detail: undefined } as const;

export const healthyEngine: EngineView = {
  probes: { ping: probe, list: probe, info: probe },
  info: ok(healthyInfo),
  version: absent('not in this test'),
  containers: ok({ containers: [], askedAt: 1000 }),
  inspected: new Map(),
  inventory: undefined,
};

/** An Engine that answers everything, and lists these. */
export const engineWith = (containers: readonly ListedContainer[]): EngineView => ({
  ...healthyEngine,
  containers: ok({ containers, askedAt: 1000 }),
});

export const healthySnapshot: Snapshot = {
  takenAt: now,
  clock: 1000,
  host: healthyHost,
  engine: healthyEngine,
  visibility: { host_processes: visible, daemon_fds: visible, mount_namespaces: visible, engine: visible },
  stuck: [],
  durations: {},
  dataTimes: {},
};

export const healthyDiagnosis: Diagnosis = {
  mounts: { byDriver: new Map() },
  leaks: { byDriver: new Map() },
  zombieParents: undefined,
  scopes: undefined,
  containerUse: undefined,
  reconciliation: {
    ghosts: [],
    orphans: [],
    orphaned: { processes: 0, residentBytes: 0, swapBytes: 0 },
    suspects: [],
    undecided: 0,
  },
  offenders: { worst: [], dropped: 0, totals: totals({}) },
  risk: undefined,
  undecided: 0,
  memory: noMemory,
};

function totals(counts: Partial<Record<OffenderKind, number>>): Record<OffenderKind, number> {
  return Object.fromEntries(offenderKinds.map((kind) => [kind, counts[kind] ?? 0])) as Record<OffenderKind, number>;
}

/** An offender of a kind, seen 200 s ago, with these differences. */
export const offender = (kind: OffenderKind, differences: Partial<Offender> = {}): Offender => ({
  kind,
  container: '3f2a9c01d4e5',
  name: 'web',
  process: 'sleep',
  count: 1,
  largest: differences.count ?? 1,
  firstSeen: now - 200,
  age: 200,
  pids: [1234],
  places: [],
  ...differences,
});

/** A diagnosis of these offenders, all of them told by name. */
export function diagnosisOf(worst: readonly Offender[], differences: Partial<Diagnosis> = {}): Diagnosis {
  const sums: Partial<Record<OffenderKind, number>> = {};
  for (const { kind, count } of worst) sums[kind] = (sums[kind] ?? 0) + count;
  return { ...healthyDiagnosis, offenders: { worst, dropped: 0, totals: totals(sums) }, ...differences };
}

/** A healthy host with so many zombies among so many processes. */
export function hostWithZombies(zombies: number, processes: number): HostView {
  const rows = Array.from(
    { length: processes },
    (_, index): ProcessRow => ({ pid: index + 1, state: index < zombies ? 'zombie' : 'sleeping' }),
  );
  return { ...healthyHost, processLimits: absent('not in this test'), processes: ok(processTable(rows)) };
}
