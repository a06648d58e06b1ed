/** When something was seen first. */
export interface FirstSeen {
  /** Unix time; told once and never computed again. */
  readonly time: number;
  /** The same moment on the clock of the snapshots, which does not jump. */
  readonly clock: number;
}

/** What one diagnosis hands to the next one. */
export interface Memory {
  /** By a key that names the thing for good. */
  readonly firstSeen: ReadonlyMap<string, FirstSeen>;
  /** Last known name by container id. */
  readonly names: ReadonlyMap<string, string>;
  /** Last known container by key of its root file system, for as long as that is mounted anywhere. */
  readonly rootOwners: ReadonlyMap<string, string>;
  /** `none`: containers have no cgroup of their own. Remembered, because a hanging `/info` says nothing. */
  readonly cgroupDriver: string | undefined;
}

export const noMemory: Memory = {
  firstSeen: new Map(),
  names: new Map(),
  rootOwners: new Map(),
  cgroupDriver: undefined,
};
