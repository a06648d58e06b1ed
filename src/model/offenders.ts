/** What somebody can be an offender in; the worst kind first. */
export const offenderKinds = [
  'zombie_leader',
  'unkillable',
  'ghost',
  'orphan',
  'mount_holder',
  'lingering_mount',
  'zombie_parent',
] as const;
export type OffenderKind = (typeof offenderKinds)[number];

/** Somebody to be named on a page. Kind, container, name and process together are one offender. */
export interface Offender {
  readonly kind: OffenderKind;
  /** First 12 digits of the container's id; of the file system's own for a mount of an unknown container; or empty. */
  readonly container: string;
  /** The container's name in the Engine, the last known one if it does not answer; or empty. */
  readonly name: string;
  /** `comm` of the process; or empty. */
  readonly process: string;
  /** How many: zombies, processes, mounts; 1 for a ghost. */
  readonly count: number;
  /** The largest single count in it: zombies of one parent where several are alike, mounts of one holder. */
  readonly largest: number;
  /** Unix time at which this exporter saw it first. */
  readonly firstSeen: number;
  /** Seconds since then, by a clock that does not jump. */
  readonly age: number;
  /** For people only, never in a label: pids (at most ten), and where something is mounted. */
  readonly pids: readonly number[];
  readonly places: readonly string[];
}

/** Those that have been there for a while: what comes and goes between two looks has no name here. */
export interface Offenders {
  /** The worst, in the order of their rank. */
  readonly worst: readonly Offender[];
  /** How many did not fit. */
  readonly dropped: number;
  /** What all of them, dropped ones too, come to by kind: zombies, processes, mounts, containers. */
  readonly totals: Readonly<Record<OffenderKind, number>>;
}
