import { rmSync, symlinkSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { kernelThreadFlags } from '../../../test/support/process.ts';
import { type ProcessRow, processTable } from '../../../test/support/process-table.ts';
import { hostFiles } from '../../../test/support/temporary-tree.ts';
import { NamespaceLinks } from './namespace-links.ts';
import { Progress } from './progress.ts';

const link = (namespace: number): string => `mnt:[${namespace}]`;

/** Processes with links, the clock in the hand of the test, and a count of the links that are read. */
function host(namespaces: Readonly<Record<number, number>>) {
  const progress = new Progress();
  const entries = Object.entries(namespaces).map(([pid, id]) => [`proc/${pid}/ns/mnt`, { link: link(id) }] as const);
  const files = hostFiles({ 'proc/1/stat': '', ...Object.fromEntries(entries) }, progress);
  let now = 1000;
  const links = new NamespaceLinks(() => now);
  const pathOf = (pid: number): string => files.proc(`${pid}/ns/mnt`);
  const look = (rows: readonly ProcessRow[], until = Number.POSITIVE_INFINITY) => {
    const before = progress.look().sequence;
    const { namespaces: found, problems, unread } = links.look(files, processTable(rows), until);
    const pids = Object.fromEntries(found.map((group) => [group.id, [...group.pids]]));
    return { pids, problems, unread, opened: progress.look().sequence - before };
  };
  const wait = (seconds: number): void => {
    now += seconds;
  };
  const change = (pid: number, id: number): void => {
    rmSync(pathOf(pid));
    symlinkSync(link(id), pathOf(pid));
  };
  return { files, look, wait, change, remove: (pid: number) => rmSync(pathOf(pid)), now: () => now };
}

const processes = (...pids: readonly number[]) => pids.map((pid) => ({ pid }));

describe('the mount namespaces of processes', () => {
  it('are told by their links', () => {
    const { look } = host({ 10: 7, 11: 8, 12: 7 });
    expect(look(processes(10, 11, 12))).toEqual({
      pids: { 'mnt:[7]': [10, 12], 'mnt:[8]': [11] },
      problems: [],
      unread: 0,
      opened: 3,
    });
  });

  it('are known by their three lowest pids, and by how many processes they have', () => {
    const { files } = host({ 10: 7, 11: 7, 12: 7, 13: 7 });
    const { namespaces, processes: all } = new NamespaceLinks(() => 0).look(
      files,
      processTable(processes(13, 12, 11, 10)),
      1,
    );
    expect(namespaces).toMatchObject([{ id: 'mnt:[7]', pids: [10, 11, 12], processes: 4 }]);
    expect(all).toBe(4);
  });

  it('are not asked of zombies, of kernel threads and of process 1', () => {
    const { look } = host({ 1: 5, 2: 5, 10: 7, 11: 8 });
    const rows: ProcessRow[] = [
      { pid: 1 },
      { pid: 2, flags: kernelThreadFlags },
      { pid: 10, state: 'zombie' },
      { pid: 11 },
    ];
    expect(look(rows)).toMatchObject({ pids: { 'mnt:[8]': [11] }, opened: 1 });
  });

  it('are nothing of processes that have ended', () => {
    const { look } = host({ 10: 7 });
    expect(look(processes(9, 10))).toMatchObject({ pids: { 'mnt:[7]': [10] }, problems: [], unread: 0 });
  });
});

describe('a link that is known', () => {
  it('is not read again within a second', () => {
    const { look, wait } = host({ 10: 7, 11: 8 });
    const first = look(processes(10, 11));
    expect(look(processes(10, 11))).toEqual({ ...first, opened: 0 });
    wait(0.9);
    expect(look(processes(10, 11))).toEqual({ ...first, opened: 0 });
  });

  it('is read again after a second, which finds a process that has left for a namespace of its own', () => {
    const { look, wait, change } = host({ 10: 7, 11: 7 });
    look(processes(10, 11));
    change(11, 8);
    expect(look(processes(10, 11)).pids).toEqual({ 'mnt:[7]': [10, 11] });
    wait(1);
    expect(look(processes(10, 11))).toMatchObject({ pids: { 'mnt:[7]': [10], 'mnt:[8]': [11] }, opened: 2 });
  });

  it('is read ever more seldom, and every ten minutes in the end', () => {
    const { look, wait, now } = host({ 10: 7 });
    look(processes(10));
    const start = now();
    const readAt: number[] = [];
    for (let second = 0; second < 4 * 3600; second += 1) {
      wait(1);
      if (look(processes(10)).opened > 0) readAt.push(now() - start);
    }
    const gaps = readAt.map((time, index) => time - (readAt[index - 1] ?? 0));
    expect(gaps[0]).toBe(1);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    for (const [index, gap] of gaps.entries()) expect(gap).toBeLessThanOrEqual(Math.max(1, readAt[index - 1] ?? 0));
    expect(gaps.at(-1)).toBeGreaterThan(400);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(600);
  });

  it('does not stay due together with all others that were first seen with it', () => {
    const pids = Array.from({ length: 50 }, (_, index) => index + 10);
    const { look, wait } = host(Object.fromEntries(pids.map((pid) => [pid, 7])));
    look(processes(...pids));
    for (let minute = 0; minute < 60; minute += 1) {
      wait(60);
      look(processes(...pids));
    }
    const opened = Array.from({ length: 10 }, () => {
      wait(60);
      return look(processes(...pids)).opened;
    });
    expect(Math.max(...opened)).toBeLessThan(pids.length / 2);
  });

  it('is not that of another process with the same pid', () => {
    const { look, change } = host({ 10: 7 });
    look([{ pid: 10, startTicks: 1 }]);
    change(10, 8);
    expect(look([{ pid: 10, startTicks: 2 }])).toMatchObject({ pids: { 'mnt:[8]': [10] }, opened: 1 });
  });

  it('is forgotten with its process, while those before and behind it are kept', () => {
    const { look } = host({ 10: 7, 11: 8, 12: 9, 13: 9 });
    look(processes(10, 11, 12));
    expect(look(processes(11, 13))).toMatchObject({ pids: { 'mnt:[8]': [11], 'mnt:[9]': [13] }, opened: 1 });
    expect(look(processes(10, 11, 12, 13))).toMatchObject({ opened: 2 });
    expect(look([])).toMatchObject({ pids: {}, opened: 0 });
    expect(look(processes(10))).toMatchObject({ pids: { 'mnt:[7]': [10] }, opened: 1 });
  });

  it('is forgotten when the process becomes a zombie', () => {
    const { look } = host({ 10: 7 });
    look(processes(10));
    expect(look([{ pid: 10, state: 'zombie' }]).pids).toEqual({});
  });

  it('of a process about to end is asked for again, and is no problem', () => {
    const { look, wait, remove } = host({ 10: 7 });
    look(processes(10));
    remove(10);
    wait(1);
    expect(look(processes(10))).toMatchObject({ pids: {}, problems: [], unread: 0, opened: 1 });
  });
});

describe('a link that may not be read', () => {
  it('is a problem together with all others of that kind', () => {
    const { files, look } = host({ 10: 7, 11: 7, 12: 8 });
    const denial = { kind: 'denied', detail: '' } as const;
    const readLink = files.readLink;
    vi.spyOn(files, 'readLink').mockImplementation((path) =>
      path.includes('/12/') ? readLink.call(files, path) : { ...denial, detail: `${path}: EACCES` },
    );
    const { pids, problems } = look(processes(10, 11, 12));
    expect(pids).toEqual({ 'mnt:[8]': [12] });
    expect(problems).toMatchObject([{ problem: ': EACCES', pids: [10, 11], processes: 2 }]);
    expect(look(processes(10, 11, 12)).problems).toMatchObject([{ processes: 2 }]); // known, and said again
  });

  it('is none when its process ends at that moment', () => {
    const { files, look } = host({ 10: 7 });
    vi.spyOn(files, 'readLink').mockReturnValueOnce({ kind: 'denied', detail: `${files.proc('10/ns/mnt')}: EACCES` });
    vi.spyOn(files, 'readLink').mockReturnValueOnce({ kind: 'denied', detail: `${files.proc('10/ns/mnt')}: EACCES` });
    rmSync(files.proc('10/ns/mnt'));
    expect(look(processes(10)).problems).toHaveLength(1); // twice denied is denied
    vi.spyOn(files, 'readLink').mockReturnValueOnce({ kind: 'denied', detail: `${files.proc('11/ns/mnt')}: EACCES` });
    expect(look(processes(11)).problems).toEqual([]);
  });

  it('is a problem when an earlier read of it has not returned', () => {
    const { files, look } = host({ 10: 7, 11: 8 });
    files.skip = new Set([files.proc('10/ns/mnt')]);
    const { pids, problems } = look(processes(10, 11));
    expect(pids).toEqual({ 'mnt:[8]': [11] });
    expect(problems).toMatchObject([{ problem: ': an earlier read has not returned', pids: [10] }]);
  });
});

describe('when time is short', () => {
  const pids = [10, 11, 12, 13];
  const namespaces = Object.fromEntries(pids.map((pid) => [pid, pid]));

  it('the rest is not read, said, and read first the next time', () => {
    const { files } = host(namespaces);
    let now = 0;
    const links = new NamespaceLinks(() => now++); // a second for each look at the clock
    const table = processTable(processes(...pids));
    const first = links.look(files, table, 3); // 0 at the start, then 1 and 2
    expect(first).toMatchObject({ unread: 2, processes: 4 });
    expect(first.namespaces.map(({ id }) => id)).toEqual(['mnt:[10]', 'mnt:[11]']);
    const second = links.look(files, table, now + 3);
    expect(second.unread).toBe(0);
    expect(second.namespaces.map(({ id }) => id)).toEqual(pids.map(link));
  });

  it('what is known stays good for ten minutes more', () => {
    const { look, wait, now } = host(namespaces);
    const known = look(processes(...pids)).pids;
    wait(601);
    expect(look(processes(...pids), now())).toEqual({ pids: known, problems: [], unread: 0, opened: 0 });
    wait(1);
    expect(look(processes(...pids), now())).toEqual({ pids: known, problems: [], unread: 4, opened: 0 });
    expect(look(processes(...pids))).toMatchObject({ unread: 0, opened: 4 });
  });
});
