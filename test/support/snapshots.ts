import type { Daemon } from '../../src/model/daemons.ts';
import type { EngineView, ProbeResult, ProbeState } from '../../src/model/engine.ts';
import type { HostView, Visibility } from '../../src/model/host.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';

export type Failure = Exclude<Reading<never>, { kind: 'ok' }>;

/** A host of which every reading failed in the same way. */
export function failedHost(reading: Failure): HostView {
  const daemon: Daemon = { process: reading, startTime: undefined, restarts: 0, busiestThread: undefined };
  return {
    loadAverage: reading,
    memory: reading,
    kernelStat: reading,
    cgroupCounts: reading,
    processLimits: reading,
    processes: reading,
    containers: reading,
    containerRoots: reading,
    containerSwap: reading,
    daemons: { dockerd: daemon, containerd: daemon },
    mounts: reading,
    mountNamespaces: reading,
    devices: reading,
    dataRoot: reading,
    kernel: reading,
    distribution: reading,
    aufs: reading,
    kernelCommandLine: reading,
    filesystems: reading,
    sysctls: reading,
  };
}

const probeStateOf: Readonly<Record<Failure['kind'], ProbeState>> = {
  absent: 'refused',
  denied: 'denied',
  malformed: 'error',
  timeout: 'timeout',
};

/** An Engine of which every answer failed in the same way. */
export function failedEngine(reading: Failure): EngineView {
  const probe: ProbeResult = {
    state: probeStateOf[reading.kind],
    durationSeconds: 0.1,
    lastAnswer: undefined,
    detail: reading.detail,
  };
  return {
    probes: { ping: probe, list: probe, info: probe },
    info: reading,
    version: reading,
    containers: reading,
    inspected: new Map(),
    inventory: { images: reading, volumes: reading, reclaimable: reading, fetchedAt: 1 },
  };
}

export const visible: Visibility = { visible: true };
export const hidden: Visibility = { visible: false, reason: 'a test says so' };

/** A snapshot of a host and an Engine with everything around them that the model asks for. */
export function snapshotOf(host: HostView, engine: EngineView | undefined, view: Visibility = visible): Snapshot {
  return {
    takenAt: 1_795_000_000,
    clock: 1000,
    host,
    engine,
    visibility: { host_processes: view, daemon_fds: view, mount_namespaces: view, engine: view },
    stuck: [],
    durations: {},
    dataTimes: {},
  };
}

/** Nothing of host or Engine could be read, for one and the same reason. */
export const failedSnapshot = (reading: Failure): Snapshot =>
  snapshotOf(failedHost(reading), failedEngine(reading), reading.kind === 'absent' ? visible : hidden);
