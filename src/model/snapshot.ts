import type { EngineView } from './engine.ts';
import type { HostView, Visibility, VisibilityScope } from './host.ts';

/** A call into the kernel that has not come back; it is left out of later scrapes until it does. */
export interface StuckReading {
  readonly path: string;
  /** Unix time at which the call was made. */
  readonly since: number;
}

/** Everything one observation of the host found out. Frozen: nobody downstream changes it. */
export interface Snapshot {
  /** Unix time, seconds. */
  readonly takenAt: number;
  /** The same moment, before anything was read, in seconds on a clock that never jumps. */
  readonly clock: number;
  readonly host: HostView;
  /** `undefined` when the Engine is not asked (`--no-collector.engine`). */
  readonly engine: EngineView | undefined;
  readonly visibility: Readonly<Record<VisibilityScope, Visibility>>;
  readonly stuck: readonly StuckReading[];
  /** Seconds that the readings behind each collector took, by collector name. */
  readonly durations: Readonly<Record<string, number>>;
  /** Unix time of the data behind a collector where it is older than the snapshot (inventory). */
  readonly dataTimes: Readonly<Record<string, number>>;
}
