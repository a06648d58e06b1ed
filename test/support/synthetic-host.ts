import { type CgroupHierarchies, type CgroupTreeOptions, cgroupText, cgroupTree } from './cgroup-tree.ts';
import type { EngineAnswers } from './engine-answers.ts';
import { type FixtureHost, hostPaths } from './fixture-host.ts';
import type { SyntheticProcess } from './process.ts';
import { writeProcesses } from './process-tree.ts';
import { type Tree, writeTree } from './tree.ts';

/** A host made by code: what was not recorded on a machine. */
export interface SyntheticHost {
  readonly processes: readonly SyntheticProcess[];
  readonly cgroups: CgroupTreeOptions & { readonly hierarchies: CgroupHierarchies };
  /** Text of `mountinfo` by inode number of the mount namespace. */
  readonly mountinfo: ReadonlyMap<number, string>;
  /** Everything else: `proc/meminfo`, `sys/block/…`, `etc/os-release`, `run/docker.pid`. */
  readonly files: Tree;
  readonly answers?: EngineAnswers;
  /** Unix time in seconds. */
  readonly now: number;
}

/** Writes the host into `dir`. */
export function writeSyntheticHost(dir: string, host: SyntheticHost): FixtureHost {
  const { hierarchies } = host.cgroups;
  writeTree(dir, { run: { directory: true }, 'var/run': { link: '../run' }, ...host.files });
  writeTree(dir, cgroupTree(hierarchies, host.processes, host.cgroups));
  const paths = hostPaths(dir);
  writeProcesses(paths.procfs, host.processes, {
    cgroupText: (path) => cgroupText(hierarchies, path),
    mountinfo: host.mountinfo,
  });
  const engine = host.answers === undefined ? ({ engine: 'none' } as const) : recorded(host.answers);
  return { ...paths, ...engine, now: host.now };
}

const recorded = (answers: EngineAnswers) => ({ engine: 'recorded', answers }) as const;
