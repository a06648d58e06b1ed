import type { ContainerCgroup, ContainerCgroups } from '../../model/containers.ts';
import { absent, ok, type Reading } from '../../model/reading.ts';
import { parsePids } from '../../parse/cgroup-procs.ts';
import { containerOfCgroup } from '../../parse/container-cgroup.ts';
import type { HostFiles } from './host-files.ts';
import { sharesNamespace } from './namespaces.ts';
import { readParsed } from './read-parsed.ts';

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
  readonly missed: string[];
  directories: number;
}

type Named = Pick<ContainerCgroup, 'id' | 'runtime'>;
interface Contents {
  readonly pids: number[];
  readonly nested: ContainerCgroup[];
}

/**
 * The containers that live, as the cgroup tree shows them, with their processes: directories that are
 * named after a container id (`/docker/<id>`, `/system.slice/docker-<id>.scope`, `/lxc/<id>`) anywhere
 * in the tree. A container inside a container (Docker in Docker) is nested in it.
 *
 * Absent where no tree is mounted, and where its pids are of no use because this process lives in a PID
 * namespace of its own: see `readContainersByProcess` for both.
 */
export function readContainerCgroups(files: HostFiles): Reading<ContainerCgroups> {
  if (livesInOtherPidNamespace(files)) return absent('cgroup.procs: its pids are of another PID namespace');
  if (showsOwnCgroupsOnly(files)) return absent('cgroup tree: it begins at our own cgroup namespace');
  const found = findHierarchy(files);
  if (found.kind !== 'ok') return found;
  const root = found.value;
  const walk: Walk = { files, root, missed: [], directories: 0 };
  const containers: ContainerCgroup[] = [];
  visit(walk, '', '', containers, 0);
  return ok({ containers }, walk.missed);
}

/**
 * The kernel writes `cgroup.procs` in the pids of whoever reads it, and leaves out whom the reader's PID
 * namespace does not know. The `self` link of the host's /proc names us as the host does.
 */
function livesInOtherPidNamespace(files: HostFiles): boolean {
  const self = files.readLink(files.proc('self'));
  return self.kind === 'ok' && self.value !== String(process.pid);
}

/** In a cgroup namespace of our own, our own mount of the tree holds this container and nothing else. */
const showsOwnCgroupsOnly = (files: HostFiles): boolean =>
  files.roots.sysfs === '/sys' && !sharesNamespace(files, 'cgroup');

function findHierarchy(files: HostFiles): Reading<string> {
  const root = files.sys('fs/cgroup');
  const entries = files.list(root);
  if (entries.kind !== 'ok') return entries;
  if (entries.value.includes('cgroup.procs')) return ok(root); // cgroup v2
  for (const name of v1Hierarchies) {
    if (!entries.value.includes(name)) continue;
    const content = files.list(`${root}/${name}`);
    if (content.kind === 'ok' && content.value.length > 0) return ok(`${root}/${name}`);
  }
  return absent(`${root}: no cgroup hierarchy is mounted there`);
}

/** Looks for containers in and below a directory. `base` is the path of the container that it is in. */
function visit(walk: Walk, path: string, base: string, found: ContainerCgroup[], depth: number): void {
  for (const name of childrenOf(walk, path, depth)) {
    const child = `${path}/${name}`;
    const container = containerOfCgroup(child.slice(base.length));
    if (container === undefined) visit(walk, child, base, found, depth + 1);
    else found.push(containerAt(walk, child, container, depth + 1));
  }
}

function containerAt(walk: Walk, path: string, { id, runtime }: Named, depth: number): ContainerCgroup {
  const pids: number[] = [];
  const nested: ContainerCgroup[] = [];
  collect(walk, path, path, { pids, nested }, depth);
  return { id, runtime, path, pids, nested };
}

/** Processes in and below a directory of a container; directories that name another container are nested ones. */
function collect(walk: Walk, path: string, base: string, into: Contents, depth: number): void {
  into.pids.push(...readPids(walk, path));
  for (const name of childrenOf(walk, path, depth)) {
    const child = `${path}/${name}`;
    const inner = containerOfCgroup(child.slice(base.length));
    if (inner === undefined) collect(walk, child, base, into, depth + 1);
    else into.nested.push(containerAt(walk, child, inner, depth + 1));
  }
}

function readPids(walk: Walk, path: string): readonly number[] {
  const pids = readParsed(walk.files, `${walk.root}${path}/cgroup.procs`, parsePids);
  if (pids.kind === 'ok') return pids.value;
  if (pids.kind !== 'absent') walk.missed.push(pids.detail);
  return [];
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
