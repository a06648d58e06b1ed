import type { ContainerCgroup, ContainerCgroups } from '../../model/containers.ts';
import { absent, ok, type Reading } from '../../model/reading.ts';
import { parsePids } from '../../parse/cgroup-procs.ts';
import { containerOfCgroup } from '../../parse/container-cgroup.ts';
import type { HostFiles } from './host-files.ts';

/**
 * cgroup v1 hierarchies, the best one first. `freezer` is last: people freeze a process by moving it to
 * another freezer cgroup, and it would then seem to have left its container.
 */
const v1Hierarchies = [
  'pids',
  'memory',
  'cpu',
  'cpu,cpuacct',
  'cpuacct',
  'cpuset',
  'blkio',
  'devices',
  'systemd',
  'freezer',
];
/** A bound against trees without end; real hosts have a few hundred cgroups, very large ones ten thousand. */
const mostDirectories = 100_000;
const deepest = 64;

interface Walk {
  readonly files: HostFiles;
  readonly root: string;
  readonly containers: ContainerCgroup[];
  readonly missed: string[];
  directories: number;
}

/**
 * The containers that live, as the cgroup tree shows them, with their processes: directories that are
 * named after a container id (`/docker/<id>`, `/system.slice/docker-<id>.scope`, `/lxc/<id>`) anywhere
 * in the tree. Cgroups nested in a container belong to that container.
 */
export function readContainerCgroups(files: HostFiles): Reading<ContainerCgroups> {
  const found = findHierarchy(files);
  if (found.kind !== 'ok') return found;
  const { root, hierarchy } = found.value;
  const walk: Walk = { files, root, containers: [], missed: [], directories: 0 };
  visit(walk, '', 0);
  return ok({ containers: walk.containers, hierarchy }, walk.missed);
}

function findHierarchy(files: HostFiles): Reading<{ root: string; hierarchy: 'v1' | 'v2' }> {
  const root = files.sys('fs/cgroup');
  const entries = files.list(root);
  if (entries.kind !== 'ok') return entries;
  if (entries.value.includes('cgroup.procs')) return ok({ root, hierarchy: 'v2' as const });
  for (const name of v1Hierarchies) {
    if (!entries.value.includes(name)) continue;
    const content = files.list(`${root}/${name}`);
    if (content.kind === 'ok' && content.value.length > 0)
      return ok({ root: `${root}/${name}`, hierarchy: 'v1' as const });
  }
  return absent(`${root}: no cgroup hierarchy is mounted there`);
}

function visit(walk: Walk, path: string, depth: number): void {
  const container = path === '' ? undefined : containerOfCgroup(path);
  if (container !== undefined) {
    const pids: number[] = [];
    collectPids(walk, path, pids, depth);
    walk.containers.push({ ...container, path, pids });
    return;
  }
  for (const name of childrenOf(walk, path, depth)) visit(walk, `${path}/${name}`, depth + 1);
}

function collectPids(walk: Walk, path: string, pids: number[], depth: number): void {
  const file = `${walk.root}${path}/cgroup.procs`;
  const text = walk.files.readText(file);
  const own = text.kind === 'ok' ? parsePids(text.value) : text;
  if (own.kind === 'ok') for (const pid of own.value) pids.push(pid);
  else if (own.kind !== 'absent') walk.missed.push(`${file}: ${own.detail}`);
  for (const name of childrenOf(walk, path, depth)) collectPids(walk, `${path}/${name}`, pids, depth + 1);
}

/** Subdirectories. A directory with two links has none, which spares most of the tree a listing. */
function childrenOf(walk: Walk, path: string, depth: number): readonly string[] {
  const directory = walk.root + path;
  walk.directories += 1;
  if (depth > deepest || walk.directories > mostDirectories) {
    walk.missed.push(`${directory}: the cgroup tree is deeper or larger than is looked at`);
    return [];
  }
  const facts = walk.files.directory(directory);
  if (facts.kind === 'ok' && facts.value.links === 2) return [];
  const names = walk.files.listDirectories(directory);
  if (names.kind === 'ok') return names.value;
  if (names.kind !== 'absent') walk.missed.push(names.detail);
  return [];
}
