import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProcessRow, processTable } from '../../test/support/process-table.ts';
import { failedHost } from '../../test/support/snapshots.ts';
import type { HolderKind } from '../model/diagnosis.ts';
import type { HostView } from '../model/host.ts';
import type { HostRootMount } from '../model/mounts.ts';
import type { NamespaceHolder } from '../model/namespaces.ts';
import { absent, denied, ok } from '../model/reading.ts';
import { countLeaks, findLeaks } from './leaks.ts';

const root = (key: string): HostRootMount => ({ driver: 'overlay2', key, mountPoint: `/hold/${key}` });

interface View {
  readonly onHost?: readonly string[];
  readonly live?: readonly string[];
  readonly ownRoot?: string;
  readonly elsewhere: readonly { readonly holder?: Partial<NamespaceHolder>; readonly keys: readonly string[] }[];
  readonly rows?: readonly ProcessRow[];
}

function hostOf({ onHost = [], live = [], ownRoot, elsewhere, rows = [] }: View): HostView {
  const namespaces = elsewhere.map(({ holder, keys }, index) => ({
    id: `mnt:[${index}]`,
    holder: { pid: 50, comm: 'sleep', service: undefined, isExporter: false, ...holder },
    roots: keys.map(root),
  }));
  return {
    ...failedHost(absent('not in this test')),
    processes: ok(processTable(rows)),
    containers: ok({ containers: [] }),
    containerRoots: ok({ roots: new Map(live.map((key) => [`id-${key}`, root(key)])) }),
    mounts: ok({ roots: onHost.map(root), ownRoot, networkNamespaces: 0, devicemapperSources: [] }),
    mountNamespaces: ok({ namespaces, read: namespaces.length, skipped: 0 }),
  };
}

const daemons = { dockerd: 10, containerd: 11 };
const nothingKnown = { knew: () => false };
const inContainer = new Map([[60, 'c']]);
const keysOf = (view: View) => findLeaks(hostOf(view), inContainer, daemons, nothingKnown)?.map(({ key }) => key);

describe('a mount in another namespace is leaked', () => {
  it('when nobody lives on it and the host does not have it', () => {
    const view = { onHost: ['host'], live: ['live'], elsewhere: [{ keys: ['dead', 'live', 'host'] }] };
    expect(keysOf(view)).toEqual(['dead']);
  });

  it('once for each namespace that holds it', () => {
    expect(keysOf({ elsewhere: [{ keys: ['dead'] }, { keys: ['dead', 'other'] }] })).toEqual(['dead', 'dead', 'other']);
  });

  it('unless it is the root of the host itself, which is a container then', () => {
    expect(keysOf({ ownRoot: 'own', elsewhere: [{ keys: ['own'] }] })).toEqual([]);
  });
});

describe('the holder', () => {
  const kindOf = (holder: Partial<NamespaceHolder>, rows: readonly ProcessRow[] = []): HolderKind | undefined =>
    findLeaks(hostOf({ elsewhere: [{ holder, keys: ['dead'] }], rows }), inContainer, daemons, nothingKnown)?.[0]
      ?.holder;

  it.each<[HolderKind, Partial<NamespaceHolder>]>([
    ['dockerd', { pid: 10, service: 'docker.service' }],
    ['containerd', { pid: 11 }],
    ['container', { pid: 60 }],
    ['shim', { pid: 70, service: 'containerd.service' }],
    ['systemd_service', { pid: 80, service: 'cron.service' }],
    ['other', { pid: 80 }],
    ['exporter', { pid: 60, isExporter: true }],
  ])('%s', (kind, holder) => {
    expect(kindOf(holder, [{ pid: 70, name: 'shim' }, { pid: 80 }])).toBe(kind);
  });
});

it('counts by driver and holder', () => {
  const leaks = findLeaks(
    hostOf({ elsewhere: [{ keys: ['a', 'b'] }, { holder: { pid: 60 }, keys: ['a'] }] }),
    inContainer,
    daemons,
    nothingKnown,
  );
  const { overlay2, ...others } = Object.fromEntries(countLeaks(leaks ?? []).byDriver);
  expect(overlay2).toEqual({
    container: 1,
    shim: 0,
    dockerd: 0,
    containerd: 0,
    systemd_service: 0,
    exporter: 0,
    other: 2,
  });
  expect(others).toEqual({});
});

describe('what was read some minutes ago', () => {
  const stale = (host: HostView): HostView => {
    const { mountNamespaces: reading } = host;
    if (reading.kind !== 'ok') return host;
    const namespaces = reading.value.namespaces.map((each) => ({ ...each, isStale: true }));
    return { ...host, mountNamespaces: ok({ ...reading.value, namespaces }) };
  };
  const host = stale(hostOf({ elsewhere: [{ keys: ['dead', 'known'] }] }));

  it('never becomes a leak, but goes on being one', () => {
    const knew = (_: string, thing: string | number) => thing === 'mnt:[0] known';
    expect(findLeaks(host, inContainer, daemons, nothingKnown)).toEqual([]);
    expect(findLeaks(host, inContainer, daemons, { knew })?.map(({ key }) => key)).toEqual(['known']);
  });
});

describe('a live container that does not tell its root', () => {
  const hostWith = (view: View) => ({
    ...hostOf(view),
    containerRoots: ok({ roots: new Map((view.live ?? []).map((key) => [`id-${key}`, root(key)])), unknown: 1 }),
  });

  it('may be the owner of a mount that nobody seems to have', () => {
    expect(findLeaks(hostWith({ elsewhere: [{ keys: ['a'] }] }), inContainer, daemons, nothingKnown)).toBeUndefined();
  });

  it('is of no matter when everybody else is known', () => {
    const view = { live: ['a'], elsewhere: [{ keys: ['a'] }] };
    expect(findLeaks(hostWith(view), inContainer, daemons, nothingKnown)).toEqual([]);
  });
});

describe('nothing is said', () => {
  const guilty = hostOf({ elsewhere: [{ keys: ['dead'] }] });
  const keys = ['mounts', 'mountNamespaces', 'containerRoots', 'containers', 'processes'] as const;

  it.each(keys)('when %s cannot be read', (key) => {
    expect(findLeaks({ ...guilty, [key]: denied('EACCES') }, inContainer, daemons, nothingKnown)).toBeUndefined();
  });

  it.each(keys)('when %s were read in part', (key) => {
    const partial = { ...guilty[key], missed: ['/proc/9/mountinfo: EACCES'] };
    expect(findLeaks({ ...guilty, [key]: partial }, inContainer, daemons, nothingKnown)).toBeUndefined();
  });
});

it('finds what a slow and obvious account finds', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const keySet = fc.uniqueArray(key);
  const view = fc.record({
    onHost: keySet,
    live: keySet,
    elsewhere: fc.array(fc.record({ keys: keySet }), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(view, (scene) => {
      const expected: string[] = [];
      for (const { keys } of scene.elsewhere) {
        for (const each of keys) if (!scene.onHost.includes(each) && !scene.live.includes(each)) expected.push(each);
      }
      expect(keysOf(scene)).toEqual(expected);
    }),
  );
});
