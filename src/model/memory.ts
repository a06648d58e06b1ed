import type { Catalogue } from './advisory.ts';
import type { EngineInfo, EngineVersion } from './engine.ts';
import type { ProcessIdentity } from './processes.ts';
import type { RiskAssessment } from './risk.ts';

/** When something was seen first. */
export interface FirstSeen {
  /** Unix time; told once and never computed again. */
  readonly time: number;
  /** The same moment on the clock of the snapshots, which does not jump. */
  readonly clock: number;
}

/** What the Engine said last. A part is undefined until it is answered, and again when dockerd is another process. */
export interface EngineWord {
  /** The dockerd whose word it is; undefined when it was not seen. */
  readonly process: ProcessIdentity | undefined;
  readonly info: EngineInfo | undefined;
  readonly version: EngineVersion | undefined;
  /** Some dockerd has answered `/info` since this exporter looks, this one or one before. */
  readonly hadInfo: boolean;
  /** The process is another one since the last look, and all else still of the one before. */
  readonly isOfAnother?: boolean;
}

/** The last judgement by a catalogue, kept until a fact is another one. */
export interface JudgedRisk {
  readonly catalogue: Catalogue;
  /** Keys of `DriverStatus` that some advisory asks for: the others change all the time and decide nothing. */
  readonly statusKeys: ReadonlySet<string>;
  /** The facts that it was judged by, as one text. */
  readonly facts: string;
  readonly assessment: RiskAssessment;
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
  /** `undefined` as long as nothing was ever heard of an Engine. */
  readonly engineWord: EngineWord | undefined;
  readonly risk: JudgedRisk | undefined;
}

export const noMemory: Memory = {
  firstSeen: new Map(),
  names: new Map(),
  rootOwners: new Map(),
  cgroupDriver: undefined,
  engineWord: undefined,
  risk: undefined,
};
