import type { SyntheticProcess } from './process.ts';
import type { Tree } from './tree.ts';

/** `unified` is cgroup v2; a list names the controllers of v1, each with a hierarchy of its own. */
export type CgroupHierarchies = 'unified' | readonly string[];

export interface CgroupTreeOptions {
  /** Cgroups that no process is in. */
  readonly empty?: readonly string[];
  /** Removed cgroups that something still refers to; v2 counts them. */
  readonly dying?: number;
}

/** Text of `/proc/PID/cgroup`: `0::/docker/6083…` on v2, `3:memory:/lxc/718e…` for each controller on v1. */
export function cgroupText(hierarchies: CgroupHierarchies, path: string): string {
  if (hierarchies === 'unified') return `0::${path}\n`;
  return hierarchies.map((controller, index) => `${hierarchies.length - index}:${controller}:${path}\n`).join('');
}

/** Everything below `sys/fs/cgroup`, made from the cgroups that the processes are in. */
export function cgroupTree(
  hierarchies: CgroupHierarchies,
  processes: readonly SyntheticProcess[],
  { empty = [], dying = 0 }: CgroupTreeOptions = {},
): Tree {
  const members = membersByPath(processes, empty);
  const roots = hierarchies === 'unified' ? [''] : hierarchies.map((controller) => `/${controller}`);
  const tree: Record<string, string> = {};
  for (const root of roots) {
    for (const [path, pids] of members) {
      tree[`sys/fs/cgroup${root}${path}/cgroup.procs`] = pids.map((pid) => `${pid}\n`).join('');
    }
  }
  return hierarchies === 'unified' ? { ...tree, ...unifiedFiles(members, dying) } : tree;
}

function unifiedFiles(members: ReadonlyMap<string, readonly number[]>, dying: number): Tree {
  const tree: Record<string, string> = {
    'sys/fs/cgroup/cgroup.controllers': 'cpuset cpu io memory hugetlb pids rdma misc\n',
  };
  for (const path of members.keys()) {
    const below = [...members.keys()].filter((other) => other.startsWith(`${path}/`)).length;
    const dyingBelow = path === '' ? dying : 0;
    tree[`sys/fs/cgroup${path}/cgroup.stat`] = `nr_descendants ${below}\nnr_dying_descendants ${dyingBelow}\n`;
  }
  return tree;
}

/** Pids by path, ancestors included. The root is the empty path. */
function membersByPath(processes: readonly SyntheticProcess[], empty: readonly string[]): Map<string, number[]> {
  const members = new Map<string, number[]>([['', []]]);
  for (const path of empty) addPath(members, path);
  for (const process of processes) {
    const pids = addPath(members, process.cgroup);
    if (isListed(process)) pids.push(process.pid);
  }
  return members;
}

function addPath(members: Map<string, number[]>, path: string): number[] {
  const parts = path.split('/').filter((part) => part !== '');
  let pids = members.get('') ?? [];
  for (const depth of parts.keys()) {
    const prefix = `/${parts.slice(0, depth + 1).join('/')}`;
    pids = members.get(prefix) ?? [];
    members.set(prefix, pids);
  }
  return pids;
}

/** The kernel lists no zombies in `cgroup.procs`, except a leader whose other threads still run. */
const isListed = ({ state, threads = 1 }: SyntheticProcess): boolean => state !== 'Z' || threads > 1;
