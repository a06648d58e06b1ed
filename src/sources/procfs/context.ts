import type { ContainerRootReader } from './container-roots.ts';
import type { HostFiles } from './host-files.ts';
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
}

/** One pass over the host: every reading is made at most once and can be asked for by later ones. */
export class Context {
  readonly files: HostFiles;
  readonly request: HostRequest;
  readonly roots: ContainerRootReader;
  readonly pageBytes: number;
  readonly #made = new Map<ReadingKey, unknown>();

  constructor(files: HostFiles, request: HostRequest, roots: ContainerRootReader, pageBytes: number) {
    this.files = files;
    this.request = request;
    this.roots = roots;
    this.pageBytes = pageBytes;
  }

  get<K extends ReadingKey>(key: K): HostReadings[K] {
    if (!this.#made.has(key)) this.#made.set(key, readings[key].read(this));
    return this.#made.get(key) as HostReadings[K];
  }
}
