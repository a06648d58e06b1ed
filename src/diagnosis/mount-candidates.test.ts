import { describe, expect, it } from 'vitest';
import type { FirstSeen } from '../model/memory.ts';
import type { NamespaceMounts } from '../model/namespaces.ts';
import { Ages } from './ages.ts';
import type { LeakedMount } from './leaks.ts';
import { holderCandidates, lingeringCandidates } from './mount-candidates.ts';
import type { JudgedMount } from './mounts.ts';

const at = (clock: number): FirstSeen => ({ clock, time: 1000 + clock });
const lingering = (key: string, mountPoint = `/mnt/${key}`, isLingering = true): JudgedMount => ({
  driver: 'overlay2',
  key,
  mountPoint,
  isLingering,
});

interface Held {
  readonly key?: string;
  readonly id?: string;
  readonly pid?: number;
  readonly mountPoint?: string;
}

function leak({ key = 'k', id = 'mnt:[1]', pid = 8, mountPoint = `/hold/${key}` }: Held): LeakedMount {
  const holder = { pid, comm: 'sleep', service: undefined, isExporter: false };
  const namespace: NamespaceMounts = { id, holder, roots: [] };
  return { driver: 'overlay2', key, mountPoint, namespace, holder: 'other' };
}

describe('a mount that lingers', () => {
  const looked = (past: Ages['next'], clock: number, ...mounts: readonly JudgedMount[]) => {
    const ages = new Ages(past, at(clock));
    return { ages, candidates: lingeringCandidates(mounts, (key) => `owner of ${key}`, ages) };
  };

  it('is told with its place and with the container that it was of', () => {
    const { candidates } = looked(new Map(), 0, lingering('k'), lingering('alive', '/mnt/alive', false));
    expect(candidates).toEqual([
      { kind: 'lingering_mount', container: 'owner of k', process: '', count: 1, seen: at(0), place: '/mnt/k' },
    ]);
  });

  it('is the same one wherever it is mounted', () => {
    const { ages } = looked(new Map(), 0, lingering('k', '/mnt/before'));
    expect(looked(ages.next, 9, lingering('k', '/mnt/after')).candidates[0]?.seen).toEqual(at(0));
    expect(looked(ages.next, 9, lingering('other', '/mnt/before')).candidates[0]?.seen).toEqual(at(9));
  });

  it('is forgotten with its kind, and by no other kind', () => {
    const { ages } = looked(new Map(), 0, lingering('k'));
    const later = new Ages(ages.next, at(9));
    later.keep('mount_holder');
    expect(later.next.size).toBe(0);
    later.keep('lingering_mount');
    expect(later.next.size).toBe(1);
  });
});

describe('a mount that is held elsewhere', () => {
  const containers = new Map([[8, 'the container of 8']]);
  const looked = (past: Ages['next'], clock: number, ...leaks: readonly LeakedMount[]) => {
    const ages = new Ages(past, at(clock));
    return { ages, candidates: holderCandidates(leaks, containers, ages) };
  };
  const first = looked(new Map(), 0, leak({}));
  const seenLater = (held: Held) => looked(first.ages.next, 9, leak(held)).candidates[0]?.seen;

  it('is told by who holds it', () => {
    expect(first.candidates).toEqual([
      {
        kind: 'mount_holder',
        container: 'the container of 8',
        process: 'sleep',
        count: 1,
        seen: at(0),
        pid: 8,
        place: '/hold/k',
      },
    ]);
    expect(looked(new Map(), 0, leak({ pid: 9 })).candidates[0]?.container).toBeUndefined();
  });

  it('has an age of its own: another mount in this namespace, or this one in another, is new', () => {
    expect([seenLater({}), seenLater({ key: 'new' }), seenLater({ id: 'mnt:[2]' })]).toEqual([at(0), at(9), at(9)]);
  });

  it('keeps it when another process of the namespace answers, or it is found at another place', () => {
    expect([seenLater({ pid: 9 }), seenLater({ mountPoint: '/elsewhere' })]).toEqual([at(0), at(0)]);
  });
});
