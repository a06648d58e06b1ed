import type { RootFilesystem } from './mounts.ts';

export const runtimes = ['docker', 'kubernetes', 'podman', 'other'] as const;
export type Runtime = (typeof runtimes)[number];

/** A container as the kernel shows it: a cgroup named after it, with the processes in it and below it. */
export interface ContainerCgroup {
  readonly id: string;
  readonly runtime: Runtime;
  /** Path below the cgroup root, e.g. `/docker/<id>`. */
  readonly path: string;
  /** Its own processes, without those of the containers in it. */
  readonly pids: readonly number[];
  /** Containers of an engine that runs in this container. */
  readonly nested: readonly ContainerCgroup[];
}

/** Every container with the containers in it. */
export function* withNested(containers: readonly ContainerCgroup[]): Generator<ContainerCgroup> {
  for (const container of containers) {
    yield container;
    yield* withNested(container.nested);
  }
}

/** The processes of all containers. */
export function containerPids({ containers }: ContainerCgroups): ReadonlySet<number> {
  const pids = new Set<number>();
  for (const container of withNested(containers)) for (const pid of container.pids) pids.add(pid);
  return pids;
}

export interface ContainerCgroups {
  readonly containers: readonly ContainerCgroup[];
}

/** What the live containers, nested ones too, have as their root, by container id. */
export interface ContainerRoots {
  readonly roots: ReadonlyMap<string, RootFilesystem>;
  /** Live containers of which the `/` is no root file system of a storage driver, as with a process that is chrooted. */
  readonly unknown?: number;
}

/** Swap of the processes of containers, by pid; those without any are left out. */
export interface ContainerSwap {
  readonly bytesOf: ReadonlyMap<number, number>;
}

/** Number of cgroups; `dying` is undefined on cgroup v1, which does not count them. */
export interface CgroupCounts {
  readonly live: number;
  readonly dying: number | undefined;
}
