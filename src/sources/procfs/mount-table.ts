import type { HostMounts, HostRootMount } from '../../model/mounts.ts';
import { ok, type Reading } from '../../model/reading.ts';
import { type MountEntry, parseMountinfo } from '../../parse/mountinfo.ts';
import { isDockerNetworkNamespace } from '../../parse/network-namespace.ts';
import { rootFilesystemOf } from '../../parse/root-filesystem.ts';
import type { HostFiles } from './host-files.ts';
import { readParsed } from './read-parsed.ts';

const mapperDirectory = '/dev/mapper/';

/** The host's mount namespace is that of process 1: `/proc/1/mountinfo`. */
export function readHostMounts(files: HostFiles): Reading<HostMounts> {
  const entries = readParsed(files, files.proc('1/mountinfo'), parseMountinfo);
  return entries.kind === 'ok' ? ok(summarise(entries.value), entries.missed) : entries;
}

function summarise(entries: readonly MountEntry[]): HostMounts {
  const roots = new Map<string, HostRootMount>();
  const sources = new Set<string>();
  let networkNamespaces = 0;
  for (const entry of entries) {
    const root = rootFilesystemOf(entry);
    const isOwnRoot = entry.mountPoint === '/'; // the host is itself a container
    if (root !== undefined && !isOwnRoot && !roots.has(root.key))
      roots.set(root.key, { ...root, mountPoint: entry.mountPoint });
    if (entry.source.startsWith(mapperDirectory)) sources.add(entry.source.slice(mapperDirectory.length));
    if (isDockerNetworkNamespace(entry)) networkNamespaces += 1;
  }
  return { roots: [...roots.values()], networkNamespaces, devicemapperSources: [...sources] };
}
