import type { Reading } from './reading.ts';

export const probes = ['ping', 'list', 'info'] as const;
export type Probe = (typeof probes)[number];

export const probeStates = ['ok', 'timeout', 'refused', 'denied', 'error'] as const;
export type ProbeState = (typeof probeStates)[number];

export interface ProbeResult {
  readonly state: ProbeState;
  readonly durationSeconds: number;
  /** Unix time of the last good answer since this exporter runs. */
  readonly lastAnswer: number | undefined;
  /** Why, when the state is not ok. */
  readonly detail: string | undefined;
}

/** What `DriverStatus` says of the storage below any storage driver. */
export interface StorageTraits {
  readonly backingFilesystem: string | undefined;
  /** Undefined for drivers other than overlay and overlay2, and before Docker 1.13. */
  readonly supportsDType: boolean | undefined;
  /** devicemapper on sparse files through loop devices; undefined for drivers that have no pool. */
  readonly loopback: boolean | undefined;
}

export interface PoolSpace {
  readonly usedBytes: number;
  readonly sizeBytes: number;
}

/** The thin pool of the devicemapper storage driver. */
export interface DevicemapperPool {
  readonly data: PoolSpace;
  readonly metadata: PoolSpace;
  /** Devices whose removal had to wait because something holds them; undefined before Docker 1.9. */
  readonly deferredDeletedDevices: number | undefined;
}

/** The parts of `GET /info` that are used. A field that the Engine did not send is undefined. */
export interface EngineInfo {
  readonly serverVersion: string | undefined;
  readonly driver: string | undefined;
  readonly driverStatus: ReadonlyMap<string, string>;
  readonly storage: StorageTraits;
  /** `absent` with every storage driver but devicemapper. */
  readonly pool: Reading<DevicemapperPool>;
  readonly cgroupDriver: string | undefined;
  readonly cgroupVersion: string | undefined;
  /** Whether the swap of a container can be limited. */
  readonly swapLimit: boolean | undefined;
  readonly liveRestore: boolean | undefined;
  readonly goroutines: number | undefined;
  readonly dataRoot: string | undefined;
  readonly operatingSystem: string | undefined;
}

/** The parts of `GET /version` that are used. */
export interface EngineVersion {
  readonly version: string | undefined;
  readonly apiVersion: string | undefined;
  readonly containerdVersion: string | undefined;
  readonly runcVersion: string | undefined;
}

export const containerStates = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'] as const;
export type ContainerState = (typeof containerStates)[number];

/** A container as the Engine lists it. */
export interface ListedContainer {
  readonly id: string;
  readonly name: string;
  readonly state: ContainerState | 'other';
  /** Unix time of creation. */
  readonly created: number;
}

export interface ContainerList {
  readonly containers: readonly ListedContainer[];
  /** When the list was asked for, on the clock of the snapshots; it may be older than the scrape. */
  readonly askedAt: number;
}

/** What an inspect says of one container. */
export interface InspectedContainer {
  /** `missing`: the Engine does not know it. */
  readonly state: ContainerState | 'other' | 'missing';
  /** Key of its root file system, as in `RootFilesystem`; undefined where the Engine does not tell it. */
  readonly rootKey?: string | undefined;
  /** When it was asked, on the clock of the snapshots. */
  readonly askedAt: number;
}

export const reclaimableKinds = ['images', 'containers', 'volumes', 'build_cache'] as const;
export type ReclaimableKind = (typeof reclaimableKinds)[number];

export interface ImageCounts {
  readonly tagged: number;
  readonly dangling: number;
}

export interface VolumeCounts {
  readonly used: number;
  readonly unused: number;
}

/** What lies about on the host by the Engine's account; fetched seldom, because it is dear. */
export interface Inventory {
  readonly images: Reading<ImageCounts>;
  readonly volumes: Reading<VolumeCounts>;
  /** `undefined` unless disk usage was asked for. */
  readonly reclaimable: Reading<Readonly<Record<ReclaimableKind, number>>> | undefined;
  /** Unix time. */
  readonly fetchedAt: number;
}

/** The Engine's view of this host. */
export interface EngineView {
  readonly probes: Readonly<Record<Probe, ProbeResult>>;
  readonly info: Reading<EngineInfo>;
  readonly version: Reading<EngineVersion>;
  readonly containers: Reading<ContainerList>;
  /** By id: the last word on containers that had to be asked about one by one. */
  readonly inspected: ReadonlyMap<string, InspectedContainer>;
  /** `undefined` while the first one is under way, and when it is switched off. */
  readonly inventory: Inventory | undefined;
}
