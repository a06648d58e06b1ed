import type { Memory } from '../model/memory.ts';
import { isComplete, okValue } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** What has to be known of this snapshot when its containers are gone. */
export function remember(snapshot: Snapshot, past: Memory): Omit<Memory, 'firstSeen'> {
  const rootOwners = rememberOwners(snapshot, past);
  const info = snapshot.engine && okValue(snapshot.engine.info);
  return {
    names: rememberNames(snapshot, past, new Set(rootOwners.values())),
    rootOwners,
    cgroupDriver: info?.cgroupDriver ?? past.cgroupDriver,
  };
}

/** The names of the list, and of containers that it has no longer but that still leave something behind. */
function rememberNames({ host, engine }: Snapshot, past: Memory, owners: ReadonlySet<string>): Memory['names'] {
  const list = engine && okValue(engine.containers);
  const cgroups = okValue(host.containers);
  if (list === undefined || cgroups === undefined) return past.names;
  const alive = new Set(cgroups.containers.map(({ id }) => id));
  const names = new Map([...past.names].filter(([id]) => alive.has(id) || owners.has(id)));
  for (const { id, name } of list.containers) {
    if (name !== '' || !names.has(id)) names.set(id, name);
  }
  return names;
}

/** Which container has or had a root file system, until that is mounted nowhere any more. */
function rememberOwners({ host, engine }: Snapshot, past: Memory): Memory['rootOwners'] {
  const mounts = okValue(host.mounts);
  const namespaces = okValue(host.mountNamespaces);
  const mounted = new Set([
    ...(mounts?.roots.map(({ key }) => key) ?? []),
    ...(namespaces?.namespaces.flatMap(({ roots }) => roots.map(({ key }) => key)) ?? []),
  ]);
  const isAllSeen = [host.mounts, host.mountNamespaces].every((each) => each.kind === 'ok' && isComplete(each));
  const owners = new Map([...past.rootOwners].filter(([key]) => !isAllSeen || mounted.has(key)));
  for (const [id, { key }] of okValue(host.containerRoots)?.roots ?? []) owners.set(key, id);
  for (const [id, { rootKey }] of engine?.inspected ?? []) {
    const key = [...mounted].find((each) => rootKey !== undefined && isSameRoot(each, rootKey));
    if (key !== undefined) owners.set(key, id);
  }
  return owners;
}

/** An upper directory may be relative where it was mounted; the Engine tells it in full. */
const isSameRoot = (mounted: string, told: string): boolean => told === mounted || told.endsWith(`/${mounted}`);
