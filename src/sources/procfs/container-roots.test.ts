import { describe, expect, it } from 'vitest';
import { mountinfo } from '../../../test/support/mountinfo.ts';
import { type ProcessRow, processTable } from '../../../test/support/process-table.ts';
import { hostFiles, unreadable } from '../../../test/support/temporary-tree.ts';
import type { TreeEntry } from '../../../test/support/tree.ts';
import type { ContainerCgroup } from '../../model/containers.ts';
import { ContainerRootReader } from './container-roots.ts';
import { Progress } from './progress.ts';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);

const device = (id: string) => `docker-202:1-3019790-${id}`;
const rootOf = (id: string) => ({ driver: 'devicemapper', key: device(id) });
const mounted = (id: string) =>
  mountinfo([
    { id: 1, parent: 0, device: '253:3', at: '/', type: 'ext4', source: `/dev/mapper/${device(id)}` },
    { id: 2, parent: 1, device: '0:5', at: '/proc', type: 'proc', source: 'proc' },
  ]);

const container = (id: string, pids: readonly number[], more: Partial<ContainerCgroup> = {}): ContainerCgroup => ({
  id,
  runtime: 'docker',
  path: `/docker/${id}`,
  pids,
  nested: [],
  ...more,
});

/** A reader on a host with these `mountinfo` files; counts the files that it opens. */
function host(files: Readonly<Record<number, TreeEntry>>) {
  const progress = new Progress();
  const entries = Object.entries(files).map(([pid, entry]) => [`proc/${pid}/mountinfo`, entry]);
  const onDisk = hostFiles(Object.fromEntries(entries), progress);
  const reader = new ContainerRootReader();
  return (containers: readonly ContainerCgroup[], rows: readonly ProcessRow[]) => {
    const before = progress.look().sequence;
    const reading = reader.read(onDisk, { containers }, processTable(rows));
    if (reading.kind !== 'ok') throw new Error(reading.detail);
    const opened = progress.look().sequence - before;
    return { roots: Object.fromEntries(reading.value.roots), missed: reading.missed ?? [], opened };
  };
}

const processes = (...pids: readonly number[]) => pids.map((pid) => ({ pid }));

describe('the root of a container', () => {
  it('is that of its first process', () => {
    const read = host({ 10: mounted(a), 20: mounted(b) });
    const { roots, opened } = read([container(a, [10, 11]), container(b, [20])], processes(10, 11, 20));
    expect(roots).toEqual({ [a]: rootOf(a), [b]: rootOf(b) });
    expect(opened).toBe(2);
  });

  it('is read for containers in containers, too', () => {
    const read = host({ 10: mounted(a), 20: mounted(b) });
    const { roots } = read([container(a, [10], { nested: [container(b, [20])] })], processes(10, 20));
    expect(roots).toEqual({ [a]: rootOf(a), [b]: rootOf(b) });
  });

  it('is asked of every runtime: pods may be Docker’s containers', () => {
    const read = host({ 10: mounted(a) });
    for (const runtime of ['kubernetes', 'podman', 'other'] as const)
      expect(read([container(a, [10], { runtime })], processes(10)).roots).toEqual({ [a]: rootOf(a) });
  });

  it('is unknown when no process has one, and that of the next process when the first is chrooted', () => {
    const chrooted = mountinfo([{ id: 1, parent: 0, device: '8:1', at: '/', type: 'ext4', source: '/dev/sda1' }]);
    const unknown = (containers: readonly ContainerCgroup[]) => {
      const files = hostFiles({ 'proc/10/mountinfo': chrooted, 'proc/11/mountinfo': mounted(a) });
      const reading = new ContainerRootReader().read(files, { containers }, processTable(processes(10, 11)));
      return reading.kind === 'ok' ? [reading.value.unknown, [...reading.value.roots.keys()]] : undefined;
    };
    expect(unknown([container(a, [10, 11])])).toEqual([0, [a]]);
    expect(unknown([container(a, [10])])).toEqual([1, []]);
    expect(unknown([container(a, [10], { runtime: 'podman' })])).toEqual([0, []]);
  });

  it('is not asked of a zombie', () => {
    const read = host({ 10: unreadable('mountinfo'), 12: mounted(a) });
    const rows = [{ pid: 10, state: 'zombie' as const }, ...processes(12)];
    expect(read([container(a, [10, 12])], rows)).toEqual({ roots: { [a]: rootOf(a) }, missed: [], opened: 1 });
  });

  it('is asked of a process that is younger than the process table, each time', () => {
    const read = host({ 11: mounted(a) });
    for (const opened of [1, 1]) {
      expect(read([container(a, [11])], [])).toEqual({ roots: { [a]: rootOf(a) }, missed: [], opened });
    }
  });

  it('is that of the next process when one ends meanwhile', () => {
    const read = host({ 11: mounted(a) });
    expect(read([container(a, [10, 11])], processes(10, 11))).toMatchObject({ roots: { [a]: rootOf(a) }, missed: [] });
  });

  it('is given up after three processes that cannot be asked', () => {
    const read = host({ 10: 'rubbish', 11: unreadable('mountinfo'), 12: unreadable('mountinfo'), 13: mounted(a) });
    const { roots, missed, opened } = read([container(a, [10, 11, 12, 13])], processes(10, 11, 12, 13));
    expect([roots, missed.length, opened]).toEqual([{}, 3, 3]);
  });

  it('is not missed when another process tells it', () => {
    const read = host({ 10: unreadable('mountinfo'), 11: mounted(a) });
    expect(read([container(a, [10, 11])], processes(10, 11))).toMatchObject({ roots: { [a]: rootOf(a) }, missed: [] });
  });

  it('is not what it has mounted somewhere else', () => {
    const elsewhere = mounted(a).replace(' / / ', ' / /mnt ');
    expect(host({ 10: elsewhere })([container(a, [10])], processes(10)).roots).toEqual({});
  });

  it('is missed when it may not be read or makes no sense', () => {
    const read = host({ 10: unreadable('mountinfo'), 20: 'no mountinfo' });
    const { roots, missed } = read([container(a, [10]), container(b, [20])], processes(10, 20));
    expect(roots).toEqual({});
    expect(missed).toEqual([
      expect.stringMatching(/10\/mountinfo: ELOOP/),
      expect.stringMatching(/20\/mountinfo: expected/),
    ]);
  });
});

describe('what is known', () => {
  const one = [container(a, [10, 11])];

  it('is not read again', () => {
    const read = host({ 10: mounted(a) });
    const first = read(one, processes(10, 11));
    expect(first.opened).toBe(1);
    expect(read(one, processes(10, 11))).toEqual({ ...first, opened: 0 });
    expect(read(one, processes(10, 11))).toEqual({ ...first, opened: 0 });
  });

  it.each<[string, readonly ContainerCgroup[], readonly ProcessRow[]]>([
    ['the process ended', one, processes(11)],
    ['its pid belongs to another process', one, [{ pid: 10, startTicks: 999 }, { pid: 11 }]],
    ['it has become a zombie', one, [{ pid: 10, state: 'zombie' }, { pid: 11 }]],
    ['it has left the container', [container(a, [11])], processes(10, 11)],
  ])('is read again when %s', (_, containers, rows) => {
    const read = host({ 10: mounted(a), 11: mounted(a) });
    read(one, processes(10, 11));
    expect(read(containers, rows)).toMatchObject({ roots: { [a]: rootOf(a) }, opened: 1 });
  });

  it('is forgotten with the container', () => {
    const read = host({ 10: mounted(a) });
    read(one, processes(10, 11));
    expect(read([], processes(10, 11)).roots).toEqual({});
    expect(read(one, processes(10, 11)).opened).toBe(1);
  });
});

describe('a zombie of which threads live on', () => {
  const rows: readonly ProcessRow[] = [{ pid: 10, state: 'zombie', threads: 2 }];

  it('tells the root by another thread', () => {
    const files = hostFiles({ 'proc/10/task/10/stat': '', 'proc/10/task/12/mountinfo': mounted(a) });
    const reader = new ContainerRootReader();
    const read = () => reader.read(files, { containers: [container(a, [10])] }, processTable(rows));
    for (const reading of [read(), read()]) {
      expect(reading).toMatchObject({ kind: 'ok', value: { roots: new Map([[a, rootOf(a)]]) } });
      expect(reading).not.toHaveProperty('missed');
    }
  });

  it('keeps the root that its container was known by', () => {
    const read = host({ 10: mounted(a) });
    read([container(a, [10])], processes(10));
    expect(read([container(a, [10])], rows)).toMatchObject({ roots: { [a]: rootOf(a) }, opened: 0 });
  });

  it('is missed when it cannot be asked', () => {
    const files = hostFiles({ 'proc/10/task/12/mountinfo': unreadable('mountinfo') });
    const reading = new ContainerRootReader().read(files, { containers: [container(a, [10])] }, processTable(rows));
    expect(reading).toMatchObject({ kind: 'ok', missed: [expect.stringContaining('10/task/12/mountinfo')] });
  });
});

it('processes that have ended while they were asked do not stand for their container', () => {
  const pids = Array.from({ length: 30 }, (_, index) => 10 + index);
  expect(host({ 20: mounted(a) })([container(a, pids)], processes(...pids)).roots).toEqual({ [a]: rootOf(a) });
  const { roots, missed } = host({ 39: mounted(a) })([container(a, pids)], processes(...pids));
  expect([roots, missed]).toEqual([{}, [`/docker/${a}: its first 20 processes ended while they were asked`]]);
});
