import type { RootFilesystem } from './mounts.ts';

export const runtimes = ['docker', 'kubernetes', 'podman', 'other'] as const;
export type Runtime = (typeof runtimes)[number];

/** A container as the kernel shows it: a cgroup named after it, with the processes in it and below it. */
export interface ContainerCgroup {
  readonly id: string;
  readonly runtime: Runtime;
  /** Path below the cgroup root, e.g. `/docker/<id>`. */
  readonly path: string;
  readonly pids: readonly number[];
}

export interface ContainerCgroups {
  readonly containers: readonly ContainerCgroup[];
  readonly hierarchy: 'v1' | 'v2';
}

/** What the live containers have as their root, by container id. */
export interface ContainerRoots {
  readonly roots: ReadonlyMap<string, RootFilesystem>;
}

/** Number of cgroups; `dying` is undefined on cgroup v1, which does not count them. */
export interface CgroupCounts {
  readonly live: number;
  readonly dying: number | undefined;
}
