import type { Memory } from './memory.ts';
import type { Offenders } from './offenders.ts';
import type { RiskAssessment } from './risk.ts';
import type { Snapshot } from './snapshot.ts';

/** What follows from a Snapshot, and from what is remembered of earlier ones, by judgement alone. */
export interface Diagnosis {
  readonly mounts: MountDiagnosis | undefined;
  readonly leaks: LeakDiagnosis | undefined;
  readonly zombieParents: ZombieParents | undefined;
  readonly scopes: ProcessScopes | undefined;
  readonly containerUse: ContainerUse | undefined;
  readonly reconciliation: Reconciliation | undefined;
  readonly offenders: Offenders;
  /** What the advisories say; `undefined` when there is no catalogue to judge by. */
  readonly risk: RiskAssessment | undefined;
  /** How many things are too new to be told by name; a look some seconds later decides on them. */
  readonly undecided: number;
  /** For the next diagnosis. */
  readonly memory: Memory;
}

/** Container root file systems on the host by driver; `undefined` in `Diagnosis` when it cannot be told. */
export interface MountDiagnosis {
  readonly byDriver: ReadonlyMap<string, { readonly live: number; readonly lingering: number }>;
}

export const holderKinds = [
  'container',
  'shim',
  'dockerd',
  'containerd',
  'systemd_service',
  'exporter',
  'other',
] as const;
export type HolderKind = (typeof holderKinds)[number];

/** Root file systems of dead containers that another mount namespace keeps, by driver and holder. */
export interface LeakDiagnosis {
  readonly byDriver: ReadonlyMap<string, Readonly<Record<HolderKind, number>>>;
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

/** What a set of processes takes. */
export interface ProcessUse {
  readonly processes: number;
  readonly residentBytes: number;
  /** Undefined when it cannot be told. */
  readonly swapBytes: number | undefined;
}

/** What the processes of all Docker containers take, by the kernel's account alone. */
export type ContainerUse = ProcessUse;

/** The Engine's list against the kernel's cgroups. `undefined` in `Diagnosis` when one of them is not to be had. */
export interface Reconciliation {
  /** Ids of containers that the Engine says run and of which no process lives. */
  readonly ghosts: readonly string[];
  /** Containers with live processes that the Engine does not know, or knows as not running. */
  readonly orphans: readonly { readonly id: string; readonly pids: readonly number[] }[];
  /** What the orphans take. */
  readonly orphaned: ProcessUse;
  /** Ids that look like one of the two for long enough to ask the Engine about them. */
  readonly suspects: readonly string[];
  /** How many look like one of the two and are not decided yet. */
  readonly undecided: number;
}

/** One look at the host: what was seen, and what follows from it. */
export interface Look {
  readonly snapshot: Snapshot;
  readonly diagnosis: Diagnosis;
}
