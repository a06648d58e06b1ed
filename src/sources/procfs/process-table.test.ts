import { describe, expect, it, vi } from 'vitest';
import { kernelThreadFlags } from '../../../test/support/process.ts';
import { statLine, statTree } from '../../../test/support/stat-line.ts';
import { hostFiles, unreadable } from '../../../test/support/temporary-tree.ts';
import type { Tree } from '../../../test/support/tree.ts';
import { type ProcessTable, processStates } from '../../model/processes.ts';
import type { HostFiles } from './host-files.ts';
import { readProcessTable } from './process-table.ts';

const pageBytes = 16_384;
const readTable = (files: HostFiles) => readProcessTable(files, pageBytes);

function read(tree: Tree): { table: ProcessTable; missed: readonly string[] } {
  const reading = readTable(hostFiles(tree));
  if (reading.kind !== 'ok') throw new Error(`${reading.kind}: ${reading.detail}`);
  return { table: reading.value, missed: reading.missed ?? [] };
}

const pids = ({ table }: { table: ProcessTable }) => [...table.pid.slice(0, table.count)];

describe('a pass over the processes', () => {
  it('fills the columns, ascending by pid', () => {
    const { table } = read(
      statTree(
        { pid: 1000, ppid: 9, state: 'R', startTicks: 5, residentPages: 6, threads: 7, killPending: true },
        { pid: 9, ppid: 2, comm: 'kdmflush', state: 'I', flags: kernelThreadFlags, startTicks: 3 },
        { pid: 200, comm: 'dockerd' },
      ),
    );
    expect([...table.pid]).toEqual([9, 200, 1000]);
    expect([...table.ppid]).toEqual([2, 1, 9]);
    expect([...table.state].map((state) => processStates[state])).toEqual(['idle', 'sleeping', 'running']);
    expect([...table.startTicks]).toEqual([3, 200, 5]);
    expect([...table.residentPages]).toEqual([0, 0, 6]);
    expect([...table.threads]).toEqual([1, 1, 7]);
    expect([...table.killPending]).toEqual([0, 0, 1]);
    expect(table.flags[0]).toBe(kernelThreadFlags);
    expect(new Set(table.name).size).toBe(3);
    expect(table.pageBytes).toBe(pageBytes);
  });

  it('takes only numbers for processes', () => {
    const others = { 'proc/self/stat': statLine({ pid: 5 }), 'proc/stat': 'cpu 1', 'proc/sys/stat': 'x' };
    const result = read({ ...others, ...statTree({ pid: 5 }) });
    expect(pids(result)).toEqual([5]);
    expect(result.missed).toEqual([]);
  });

  it('leaves out a process that ended meanwhile, without a word', () => {
    const result = read({ ...statTree({ pid: 5 }, { pid: 7 }), 'proc/6': { directory: true } });
    expect(pids(result)).toEqual([5, 7]);
    expect(result.missed).toEqual([]);
  });

  it.each([
    ['rubbish', 'no process at all', /malformed: .*6\/stat: expected .*, got "no process at all"/],
    ['nothing', '', /malformed: .*6\/stat/],
    ['noise', '\u0000\u0001 '.repeat(5000), /^malformed: .{0,600}$/],
    ['another process', statLine({ pid: 7 }), /malformed: .*6\/stat/],
    ['what may not be read', unreadable('stat'), /denied: .*6\/stat: ELOOP/],
  ])('names a file with %s, and reads the others', (_, content, problem) => {
    const result = read({ ...statTree({ pid: 5 }, { pid: 8 }), 'proc/6/stat': content });
    expect(pids(result)).toEqual([5, 8]);
    expect(result.missed).toEqual([expect.stringMatching(problem)]);
  });

  it('counts a process that was skipped as missed', () => {
    const files = hostFiles(statTree({ pid: 5 }, { pid: 6 }));
    files.skip = new Set([files.proc('6/stat')]);
    expect(readTable(files)).toMatchObject({
      value: { count: 1 },
      missed: [expect.stringMatching(/^timeout: /)],
    });
  });
});

describe('not one process to be read', () => {
  it('is denied when they are', () => {
    const files = hostFiles(statTree({ pid: 5 }, { pid: 6 }));
    vi.spyOn(files, 'readRecord').mockImplementation(() => {
      throw Object.assign(new Error(), { code: 'EACCES' });
    });
    expect(readTable(files)).toMatchObject({
      kind: 'denied',
      detail: expect.stringMatching(/5\/stat: EACCES .*all 2 processes/),
    });
  });

  it('is malformed when they are', () => {
    expect(readTable(hostFiles({ 'proc/5/stat': '?' }))).toMatchObject({ kind: 'malformed' });
  });

  it('is absent without a directory', () => {
    expect(readTable(hostFiles())).toMatchObject({ kind: 'absent' });
  });
});

describe('names kept for people', () => {
  it('are those of zombies, of their parents, of D and of the killed', () => {
    const { table } = read(
      statTree(
        { pid: 10, comm: 'lazy parent' },
        { pid: 11, ppid: 10, comm: 'zom', state: 'Z' },
        { pid: 12, ppid: 10, comm: 'bie', state: 'Z' },
        { pid: 13, comm: '((disk))', state: 'D' },
        { pid: 14, comm: 'größe', killPending: true },
        { pid: 15, comm: 'nobody', state: 'S' },
        { pid: 16, ppid: 999, comm: 'orphan', state: 'Z' },
      ),
    );
    expect(Object.fromEntries(table.comm)).toEqual({
      10: 'lazy parent',
      11: 'zom',
      12: 'bie',
      13: '((disk))',
      14: 'größe',
      16: 'orphan',
    });
  });

  it('are not mixed up with those of an earlier, larger host', () => {
    read(statTree(...Array.from({ length: 50 }, (_, index) => ({ pid: index + 1, comm: 'a long name 123' }))));
    const { table } = read(statTree({ pid: 3, comm: 'b', state: 'Z' }));
    expect([...table.comm]).toEqual([[3, 'b']]);
  });
});
