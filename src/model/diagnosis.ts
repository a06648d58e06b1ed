/**
 * What follows from a Snapshot by judgement alone. Empty rooms are furnished later:
 * reconciliation, leaked mounts, offenders and advisories each add a field.
 */
export interface Diagnosis {
  readonly mounts: MountDiagnosis | undefined;
  readonly zombieParents: ZombieParents | undefined;
  readonly scopes: ProcessScopes | undefined;
}

/** Container root file systems on the host by driver; `undefined` in `Diagnosis` when it cannot be told. */
export interface MountDiagnosis {
  readonly byDriver: ReadonlyMap<string, { readonly live: number; readonly lingering: number }>;
}

export const zombieParentKinds = ['dockerd', 'containerd', 'shim', 'container', 'host'] as const;
export type ZombieParentKind = (typeof zombieParentKinds)[number];
export type ZombieParents = Readonly<Record<ZombieParentKind, number>>;

export const processScopeNames = ['container', 'host'] as const;
export type ProcessScope = (typeof processScopeNames)[number];

/** Counts of processes by where they run, and the state they are in. */
export interface ProcessScopes {
  readonly uninterruptible: Readonly<Record<ProcessScope, number>>;
  /** `scope` and process state, `"container/disk_sleep"`. */
  readonly unkillable: ReadonlyMap<string, number>;
}
