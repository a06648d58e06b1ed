import { describe, expect, it } from 'vitest';
import { idOf, type Scene, snapshotOfScene } from '../../test/support/scene.ts';
import type { HostView } from '../model/host.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import { absent, denied, ok } from '../model/reading.ts';
import { remember } from './remember.ts';

const a = idOf('a');
const b = idOf('b');
const root = (key: string) => ({ driver: 'overlay2', key, mountPoint: `/mnt/${key}` }) as const;

const mountsOf = (...keys: readonly string[]): HostView['mounts'] =>
  ok({ roots: keys.map(root), ownRoot: undefined, networkNamespaces: 0, devicemapperSources: [] });

function namespaceOf(...keys: readonly string[]): HostView['mountNamespaces'] {
  const holder = { pid: 8, comm: 'sleep', service: undefined, isExporter: false };
  return ok({ namespaces: [{ id: 'mnt:[1]', holder, roots: keys.map(root) }], read: 1, skipped: 0 });
}

const rootsOf = (roots: Readonly<Record<string, string>>): HostView['containerRoots'] =>
  ok({ roots: new Map(Object.entries(roots).map(([id, key]) => [id, root(key)])) });

const nothingMounted = { mounts: mountsOf(), mountNamespaces: namespaceOf() };
const past = (memory: Partial<Memory>): Memory => ({ ...noMemory, ...memory });
const remembered = (scene: Partial<Scene>, memory: Partial<Memory> = {}) => {
  const snapshot = snapshotOfScene({ clock: 0, listed: {}, ...scene, host: { ...nothingMounted, ...scene.host } });
  const { names, rootOwners, cgroupDriver } = remember(snapshot, past(memory));
  return { names: Object.fromEntries(names), owners: Object.fromEntries(rootOwners), cgroupDriver };
};

describe('names', () => {
  const names = new Map([[a, 'web']]);

  it('of the list, the new one of a container that was renamed', () => {
    expect(remembered({ listed: { [a]: 'exited' } }, { names }).names).toEqual({ [a]: 'name-a000' });
  });

  it('of a container that the list has no longer, while it has processes', () => {
    expect(remembered({ live: { [a]: [7] } }, { names }).names).toEqual({ [a]: 'web' });
    expect(remembered({ live: { [b]: [7] } }, { names }).names).toEqual({});
  });

  it('of a container that the list has no longer, while its root file system is mounted', () => {
    const owned = { names, rootOwners: new Map([['key', a]]) };
    expect(remembered({ host: { mounts: mountsOf('key') } }, owned).names).toEqual({ [a]: 'web' });
    expect(remembered({}, owned).names).toEqual({});
  });

  it('of a container of which that has only just become known', () => {
    const inspected = { [a]: { state: 'dead', rootKey: 'key', askedAt: 0 } } as const;
    expect(remembered({ host: { mounts: mountsOf('key') }, inspected }, { names }).names).toEqual({ [a]: 'web' });
  });

  it('all of them, while the Engine does not answer or the cgroups cannot be read', () => {
    expect(remembered({ listed: undefined }, { names }).names).toEqual({ [a]: 'web' });
    expect(remembered({ host: { containers: denied('EACCES') } }, { names }).names).toEqual({ [a]: 'web' });
  });

  it('the last one of a live container that the list shows without, and none of one that never had one', () => {
    const nameless = [{ id: a, name: '', state: 'dead' as const, created: 1 }];
    const engine = { containers: ok({ containers: nameless, askedAt: 0 }) };
    expect(remembered({ engine, live: { [a]: [7] } }, { names }).names).toEqual({ [a]: 'web' });
    expect(remembered({ engine }).names).toEqual({ [a]: '' });
  });
});

describe('whose a root file system is', () => {
  const rootOwners = new Map([['key', a]]);

  it('is known from its live processes, and after them for as long as it is mounted anywhere', () => {
    expect(remembered({ host: { containerRoots: rootsOf({ [a]: 'key' }) } }).owners).toEqual({ key: a });
    expect(remembered({ host: { mounts: mountsOf('key') } }, { rootOwners }).owners).toEqual({ key: a });
    expect(remembered({ host: { mountNamespaces: namespaceOf('key') } }, { rootOwners }).owners).toEqual({ key: a });
    expect(remembered({}, { rootOwners }).owners).toEqual({});
  });

  it.each(['mounts', 'mountNamespaces'] as const)('is not forgotten when not all %s were seen', (view) => {
    const partial = { ...nothingMounted[view], missed: ['x: EACCES'] } as never;
    for (const unseen of [denied('EACCES'), absent('none'), partial]) {
      expect(remembered({ host: { [view]: unseen } }, { rootOwners }).owners).toEqual({ key: a });
    }
  });

  it('is the last one that had it', () => {
    expect(remembered({ host: { containerRoots: rootsOf({ [b]: 'key' }) } }, { rootOwners }).owners).toEqual({
      key: b,
    });
  });

  it.each([
    ['/data/overlay2/l/diff', '/data/overlay2/l/diff', true],
    ['l/diff', '/data/overlay2/l/diff', true], // relative, where the options would not fit into a page
    ['/data/overlay2/l/diff', 'l/diff', false],
    ['l/diff', '/data/overlay2/xl/diff', false],
    ['other/diff', '/data/overlay2/l/diff', false],
    ['l/diff', undefined, false],
  ])('is told by an inspect: %s mounted, %s told', (key, rootKey, isKnown) => {
    const inspected = { [a]: { state: 'running', rootKey, askedAt: 0 } } as const;
    for (const host of [{ mounts: mountsOf('z', key) }, { mountNamespaces: namespaceOf('z', key) }]) {
      expect(remembered({ host, inspected }).owners).toEqual(isKnown ? { [key]: a } : {});
    }
  });
});

describe('the cgroup driver', () => {
  const info = ok({ cgroupDriver: 'systemd' } as never);

  it('is what the Engine said last', () => {
    expect(remembered({ engine: { info } }, { cgroupDriver: 'none' }).cgroupDriver).toBe('systemd');
  });

  it('stays known however long /info says nothing', () => {
    expect(remembered({}, { cgroupDriver: 'none' }).cgroupDriver).toBe('none');
    expect(remembered({ listed: undefined }, { cgroupDriver: 'none' }).cgroupDriver).toBe('none');
  });
});
