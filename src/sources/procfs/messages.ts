import type { HostRoots } from './host-files.ts';
import type { ReadingKey } from './readings.ts';

/** Given to the reading thread at its start. */
export interface WorkerData {
  readonly roots: HostRoots;
  readonly memory: SharedArrayBuffer;
}

/** One answer of the reading thread; sent as soon as it is there, so that a later one cannot hold it up. */
export type HostAnswer =
  | { readonly id: number; readonly key: ReadingKey; readonly reading: unknown; readonly seconds: number }
  | { readonly id: number; readonly done: true };
