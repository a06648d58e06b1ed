import type { HostMounts, HostRootMount } from '../../model/mounts.ts';
import type { Reading } from '../../model/reading.ts';
import { type MountEntry, parseMountinfo } from '../../parse/mountinfo.ts';
import { isDockerNetworkNamespace } from '../../parse/network-namespace.ts';
import { rootFilesystemOf } from '../../parse/root-filesystem.ts';
import type { HostFiles } from './host-files.ts';
import { readParsed } from './read-parsed.ts';

const mapperDirectory = '/dev/mapper/';

/** The host's mount namespace is that of process 1: `/proc/1/mountinfo`. */
export const readHostTable = (files: HostFiles): Reading<MountEntry[]> =>
  readParsed(files, files.proc('1/mountinfo'), parseMountinfo);

/**
 * Keys of file systems that look like the root of a container of Docker wherever their place does not tell whose
 * they are, and that are mounted in a place of Kubernetes, of Podman or of a build.
 */
export function rootsOfOthers(entries: readonly MountEntry[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const entry of entries) {
    if (entry.mountPoint === '/' || rootFilesystemOf(entry) !== undefined) continue;
    const anywhere = rootFilesystemOf({ ...entry, mountPoint: '/' });
    if (anywhere !== undefined) keys.add(anywhere.key);
  }
  return keys;
}

export function summariseMounts(entries: readonly MountEntry[]): HostMounts {
  const roots = new Map<string, HostRootMount>();
  const sources = new Set<string>();
  let ownRoot: string | undefined;
  let networkNamespaces = 0;
  for (const entry of entries) {
    const root = rootFilesystemOf(entry);
    if (entry.mountPoint === '/')
      ownRoot = root?.key; // a container's, where the host is itself one
    else if (root !== undefined && !roots.has(root.key)) roots.set(root.key, { ...root, mountPoint: entry.mountPoint });
    if (entry.source.startsWith(mapperDirectory)) sources.add(entry.source.slice(mapperDirectory.length));
    if (isDockerNetworkNamespace(entry)) networkNamespaces += 1;
  }
  return { roots: [...roots.values()], ownRoot, networkNamespaces, devicemapperSources: [...sources] };
}
