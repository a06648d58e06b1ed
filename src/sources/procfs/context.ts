import type { Reading } from '../../model/reading.ts';
import type { MountEntry } from '../../parse/mountinfo.ts';
import type { ContainerRootReader } from './container-roots.ts';
import type { HostFiles } from './host-files.ts';
import type { MountNamespaceReader } from './mount-namespaces.ts';
import { readHostTable } from './mount-table.ts';
import { type HostReadings, type ReadingKey, readings } from './readings.ts';

/** What the HTTP side wants to know this time. */
export interface HostRequest {
  readonly id: number;
  /** Paths and shapes of paths to leave alone. */
  readonly skip: readonly string[];
  readonly wanted: readonly ReadingKey[];
  readonly pidfile: string;
  /** `DockerRootDir`, once the Engine has said it. */
  readonly dataRoot: string | undefined;
  /** Names of the sysctls to read, `fs.may_detach_mounts`. */
  readonly sysctls: readonly string[];
}

/** What the reading thread keeps from one pass over the host to the next. */
export interface Kept {
  readonly roots: ContainerRootReader;
  readonly namespaces: MountNamespaceReader;
  readonly pageBytes: number;
}

/** One pass over the host: every reading is made at most once and can be asked for by later ones. */
export class Context {
  readonly files: HostFiles;
  readonly request: HostRequest;
  readonly roots: ContainerRootReader;
  readonly namespaces: MountNamespaceReader;
  readonly pageBytes: number;
  readonly #made = new Map<ReadingKey, unknown>();
  #hostTable: Reading<MountEntry[]> | undefined;

  constructor(files: HostFiles, request: HostRequest, kept: Kept) {
    this.files = files;
    this.request = request;
    this.roots = kept.roots;
    this.namespaces = kept.namespaces;
    this.pageBytes = kept.pageBytes;
  }

  /** The mount table of the host, on which two readings stand. */
  get hostTable(): Reading<MountEntry[]> {
    this.#hostTable ??= readHostTable(this.files);
    return this.#hostTable;
  }

  get<K extends ReadingKey>(key: K): HostReadings[K] {
    if (!this.#made.has(key)) this.#made.set(key, readings[key].read(this));
    return this.#made.get(key) as HostReadings[K];
  }
}
