import { describe, expect, it } from 'vitest';
import { processTable } from '../../test/support/process-table.ts';
import { dockerCgroup, idOf } from '../../test/support/scene.ts';
import { containerOfPid, liveContainers, lives } from './live-containers.ts';

const table = processTable([
  { pid: 1 },
  { pid: 2, state: 'zombie' },
  { pid: 3, state: 'zombie', threads: 2 },
  { pid: 4, state: 'disk_sleep', killPending: true },
]);
const a = idOf('a');
const b = idOf('b');

describe('a process lives', () => {
  it('unless it is a zombie without threads', () => {
    expect([1, 2, 3, 4].map((pid) => lives(table, pid))).toEqual([true, false, true, true]);
  });

  it('when it is younger than the table', () => {
    expect(lives(table, 99)).toBe(true);
  });
});

const pidsOf = (...cgroups: Parameters<typeof dockerCgroup>[]) => {
  const live = liveContainers({ containers: cgroups.map((args) => dockerCgroup(...args)) }, table);
  return Object.fromEntries([...live].map(([id, { pids }]) => [id, pids]));
};

describe('a container lives', () => {
  it('while one of its processes does', () => {
    expect(pidsOf([a, [1, 2]], [b, [2]])).toEqual({ [a]: [1] });
  });

  it('in more than one cgroup of its name', () => {
    const cgroups = {
      containers: [dockerCgroup(a, [1]), dockerCgroup(a, [4], `/other/${a}`), dockerCgroup(a, [2], '/dead')],
    };
    expect([...liveContainers(cgroups, table).values()]).toEqual([
      { id: a, isDockers: true, paths: [`/docker/${a}`, `/other/${a}`], pids: [1, 4] },
    ]);
  });

  it('by the processes of containers nested in it, which are none of their own', () => {
    const outer = { ...dockerCgroup(a, []), nested: [dockerCgroup(b, [1])] };
    expect([...liveContainers({ containers: [outer] }, table).keys()]).toEqual([a]);
  });

  it('but is not taken for one of Docker, when it is of another runtime', () => {
    const pod = { ...dockerCgroup(a, [1]), runtime: 'kubernetes' as const };
    expect(liveContainers({ containers: [pod] }, table).get(a)).toMatchObject({ isDockers: false, pids: [1] });
  });
});

it('a process in a nested container is named by the outermost one', () => {
  const outer = { ...dockerCgroup(a, [1]), nested: [dockerCgroup(b, [4])] };
  expect(Object.fromEntries(containerOfPid({ containers: [outer] }))).toEqual({ 1: a, 4: a });
});
