import { describe, expect, it } from 'vitest';
import { hostFiles, unreadable } from '../../../test/support/temporary-tree.ts';
import type { Tree } from '../../../test/support/tree.ts';
import type { ContainerCgroup } from '../../model/containers.ts';
import { okValue, type Reading } from '../../model/reading.ts';
import { ContainerRootReader } from './container-roots.ts';
import { readContainerSwap, type SwapBounds } from './container-swap.ts';
import { Context } from './context.ts';
import type { HostFiles } from './host-files.ts';
import { MountNamespaceReader } from './mount-namespaces.ts';
import { Progress } from './progress.ts';
import { readings } from './readings.ts';

const status = (kilobytes?: number): string =>
  `Name:\tx\nState:\tS (sleeping)\n${kilobytes === undefined ? '' : `VmSwap:\t${kilobytes} kB\n`}`;

const container = (pids: readonly number[], more: Partial<ContainerCgroup> = {}): ContainerCgroup => ({
  id: 'a'.repeat(64),
  runtime: 'docker',
  path: '/docker/a',
  pids,
  nested: [],
  ...more,
});

function read(
  files: Tree,
  containers: readonly ContainerCgroup[],
  bounds: SwapBounds = { processes: 100, seconds: 60 },
  clock = () => 0,
) {
  const reading = readContainerSwap(hostFiles(files), { containers }, clock, bounds);
  if (reading.kind !== 'ok') throw new Error(reading.detail);
  return { bytes: Object.fromEntries(reading.value.bytesOf), missed: reading.missed };
}

describe('swap of containers', () => {
  const files = {
    'proc/10/status': status(4),
    'proc/11/status': status(0),
    'proc/12/status': status(),
    'proc/13/status': status(8),
  };

  it('is that of each process that has some', () => {
    expect(read(files, [container([10, 11]), container([12, 13])])).toEqual({ bytes: { 10: 4096, 13: 8192 } });
  });

  it('is that of containers in containers, too, of whatever runtime, and of no others', () => {
    const nested = [container([10], { runtime: 'kubernetes' })];
    expect(read(files, [container([], { nested }), container([13], { runtime: 'podman' })])).toEqual({
      bytes: { 10: 4096 },
    });
  });

  it('does not count a process that has ended', () => {
    expect(read(files, [container([9, 10])])).toEqual({ bytes: { 10: 4096 } });
  });

  it('says what could not be read', () => {
    const broken = { ...files, 'proc/11/status': unreadable('status'), 'proc/12/status': 'x' };
    expect(read(broken, [container([10, 11, 12])])).toEqual({
      bytes: { 10: 4096 },
      missed: [expect.stringMatching(/11\/status: ELOOP/), expect.stringMatching(/12\/status: expected/)],
    });
  });

  it('is read of as many as may be asked in one pass', () => {
    expect(read(files, [container([10, 11]), container([12, 13])], { processes: 3, seconds: 60 })).toEqual({
      bytes: { 10: 4096 },
      missed: ['swap of 1 of 4 processes of containers: at most 3 in 60 s each time'],
    });
  });

  it('is read for as long as there is time', () => {
    let now = 0;
    const clock = () => now++; // a second for each look at it
    expect(read(files, [container([10, 11, 12, 13])], { processes: 100, seconds: 2.5 }, clock)).toEqual({
      bytes: { 10: 4096 },
      missed: [expect.stringMatching(/^swap of 2 of 4 processes/)],
    });
  });
});

describe('the reading', () => {
  const meminfo = (free: number) => `MemTotal: 9 kB\nSwapTotal: 100 kB\nSwapFree: ${free} kB\n`;
  const tree = {
    'sys/fs/cgroup/cgroup.procs': '',
    [`sys/fs/cgroup/docker/${'a'.repeat(64)}/cgroup.procs`]: '10\n',
    'proc/10/status': status(4),
  };

  function swapOf(files: HostFiles): Reading<unknown> {
    const request = { id: 1, skip: [], wanted: [], pidfile: '', dataRoot: undefined, sysctls: [] };
    const kept = { roots: new ContainerRootReader(), namespaces: new MountNamespaceReader(), pageBytes: 4096 };
    return readings.containerSwap.read(new Context(files, request, kept));
  }

  it('asks the processes where swap is in use', () => {
    const reading = swapOf(hostFiles({ ...tree, 'proc/meminfo': meminfo(40) }));
    expect(okValue(reading)).toEqual({ bytesOf: new Map([[10, 4096]]) });
  });

  it('asks nobody where none is', () => {
    const progress = new Progress();
    const reading = swapOf(hostFiles({ ...tree, 'proc/meminfo': meminfo(100) }, progress));
    expect(okValue(reading)).toEqual({ bytesOf: new Map() });
    expect(progress.look()).toMatchObject({ sequence: 1, path: expect.stringMatching(/meminfo$/) });
  });

  it.each([
    ['the swap of the host', tree, /meminfo/],
    ['the containers', { 'proc/meminfo': meminfo(40) }, /cgroup/],
  ])('fails with %s', (_, files, detail) => {
    expect(swapOf(hostFiles(files))).toEqual({ kind: 'absent', detail: expect.stringMatching(detail) });
  });
});
