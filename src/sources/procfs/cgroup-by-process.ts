import type { ContainerCgroup, ContainerCgroups } from '../../model/containers.ts';
import type { ProcessTable } from '../../model/processes.ts';
import { absent, ok, type Reading } from '../../model/reading.ts';
import { containerOfCgroup } from '../../parse/container-cgroup.ts';
import { isKernelThread } from '../../parse/known-name.ts';
import { parseProcessCgroup } from '../../parse/process-cgroup.ts';
import type { HostFiles } from './host-files.ts';
import { readParsed } from './read-parsed.ts';

interface Group {
  readonly id: string;
  readonly runtime: ContainerCgroup['runtime'];
  readonly path: string;
  readonly pids: number[];
  readonly nested: Map<string, Group>;
}

/**
 * The containers that live by what `/proc/PID/cgroup` of every process says. Costs one more file for each
 * process, so it is only for where the cgroup tree is of no use: in a container that sees the host's
 * /proc below `--path.procfs` but has a PID namespace of its own, or no cgroup tree.
 */
export function readContainersByProcess(files: HostFiles, table: ProcessTable): Reading<ContainerCgroups> {
  const groups = new Map<string, Group>();
  const missed: string[] = [];
  let read = 0;
  for (let row = 0; row < table.count; row += 1) {
    if (isKernelThread(table.flags[row] as number)) continue;
    const pid = table.pid[row] as number;
    const cgroup = readParsed(files, files.proc(`${pid}/cgroup`), parseProcessCgroup);
    if (cgroup.kind === 'ok') {
      read += 1;
      assign(groups, cgroup.value, '', pid);
    } else if (cgroup.kind !== 'absent') missed.push(cgroup.detail);
  }
  if (read === 0 && missed.length === 0) return absent(`${files.proc('PID/cgroup')}: this kernel has no cgroups`);
  return ok({ containers: [...groups.values()].map(toContainer) }, missed);
}

/** Puts a process into the outermost container of its path, or into the one nested in that, and so on. */
function assign(groups: Map<string, Group>, path: string, base: string, pid: number): void {
  const container = containerOfCgroup(path);
  if (container === undefined) return;
  const end = path.indexOf(container.id) + container.id.length;
  const rest = path.slice(end).replace(/^\.scope/, '');
  const own = base + path.slice(0, path.length - rest.length);
  const group: Group = groups.get(own) ?? { ...container, path: own, pids: [], nested: new Map() };
  groups.set(own, group);
  if (containerOfCgroup(rest) === undefined) group.pids.push(pid);
  else assign(group.nested, rest, own, pid);
}

const toContainer = ({ nested, ...group }: Group): ContainerCgroup => ({
  ...group,
  nested: [...nested.values()].map(toContainer),
});
