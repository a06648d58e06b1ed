import type { Memory } from '../model/memory.ts';
import { isComplete, okValue } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { rememberEngine } from './engine-word.ts';

/** Where not all mounts can be seen nobody knows what is gone: then the oldest go. */
const mostOwners = 5000;

/** What has to be known of this snapshot when its containers are gone. */
export function remember(snapshot: Snapshot, past: Memory): Omit<Memory, 'firstSeen' | 'risk'> {
  const rootOwners = rememberOwners(snapshot, past);
  const info = snapshot.engine && okValue(snapshot.engine.info);
  return {
    names: rememberNames(snapshot, past, new Set(rootOwners.values())),
    rootOwners,
    cgroupDriver: info?.cgroupDriver ?? past.cgroupDriver,
    engineWord: rememberEngine(snapshot, past.engineWord),
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
  const owners = new Map([...past.rootOwners].filter(([key]) => mounted.has(key) || !isAllSeen));
  const note = (key: string, id: string): void => {
    owners.delete(key); // so that the newest stand last
    owners.set(key, id);
  };
  for (const [id, { key }] of okValue(host.containerRoots)?.roots ?? []) note(key, id);
  for (const [id, { rootKey = '' }] of engine?.inspected ?? []) {
    const key = [rootKey, relative(rootKey)].find((each) => mounted.has(each));
    if (key !== undefined) note(key, id);
  }
  return new Map([...owners].slice(-mostOwners));
}

/** `<id>/diff`: an upper directory may be relative where it was mounted, and the Engine tells it in full. */
const relative = (path: string): string => path.split('/').slice(-2).join('/');
