import { describe, expect, it } from 'vitest';
import { processTable } from '../../test/support/process-table.ts';
import { dockerCgroup, idOf, snapshotOfScene } from '../../test/support/scene.ts';
import type { HostView } from '../model/host.ts';
import { absent, denied, ok, timedOut } from '../model/reading.ts';
import { diagnoseContainerUse, useOf } from './container-use.ts';

const pod = { ...dockerCgroup(idOf('c'), [9]), runtime: 'kubernetes' as const };
const { host } = snapshotOfScene({
  clock: 0,
  listed: undefined,
  cgroups: [dockerCgroup(idOf('a'), [5, 6]), dockerCgroup(idOf('b'), [7, 8]), pod],
  rows: [
    { pid: 5, residentPages: 10 },
    { pid: 6, residentPages: 20 },
    { pid: 7, residentPages: 30 },
    { pid: 8, residentPages: 1, state: 'zombie' },
    { pid: 9, residentPages: 100 },
  ],
  host: {
    containerSwap: ok({
      bytesOf: new Map([
        [5, 1000],
        [7, 200],
        [9, 5],
      ]),
    }),
  },
});
const useWith = (view: Partial<HostView>) => diagnoseContainerUse({ ...host, ...view });

it('adds up what the live processes of Docker’s containers take', () => {
  expect(useWith({})).toEqual({ processes: 3, residentBytes: 60 * 4096, swapBytes: 1200 });
});

it('goes by the page size of the host', () => {
  const table = { ...processTable([{ pid: 5, residentPages: 3 }]), pageBytes: 65_536 };
  expect(useOf([5], table, undefined).residentBytes).toBe(3 * 65_536);
});

it('a process that is younger than the table counts, with memory that nobody knows yet', () => {
  expect(useOf([99], processTable([]), { bytesOf: new Map() })).toEqual({
    processes: 1,
    residentBytes: 0,
    swapBytes: 0,
  });
});

describe('nothing is said', () => {
  it.each([absent('none'), denied('EACCES'), timedOut('late')])('when a view is $kind', (failure) => {
    expect(useWith({ processes: failure })).toBeUndefined();
    expect(useWith({ containers: failure })).toBeUndefined();
  });

  it('when a view is not complete: one process too few is a share too small', () => {
    expect(useWith({ processes: { ...host.processes, missed: ['x'] } as never })).toBeUndefined();
    expect(useWith({ containers: { ...host.containers, missed: ['x'] } as never })).toBeUndefined();
  });

  it('of swap alone, when it is not known of all of them', () => {
    const partial = { ...host.containerSwap, missed: ['/proc/5/status: EACCES'] } as never;
    const unknown = { processes: 3, residentBytes: 60 * 4096, swapBytes: undefined };
    for (const swap of [partial, denied('EACCES'), absent('none')]) {
      expect(useWith({ containerSwap: swap })).toEqual(unknown);
    }
  });
});
