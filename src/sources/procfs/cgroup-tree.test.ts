import { describe, expect, it } from 'vitest';
import { hostFiles, unreadable } from '../../../test/support/temporary-tree.ts';
import type { Tree } from '../../../test/support/tree.ts';
import { readContainerCgroups } from './cgroup-tree.ts';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);
const c = 'c'.repeat(64);

/** Files `cgroup.procs` below a hierarchy, by path. */
const cgroups = (hierarchy: string, pids: Readonly<Record<string, string>>): Tree =>
  Object.fromEntries(
    Object.entries({ '': '', ...pids }).map(([path, text]) => [`sys/fs/cgroup${hierarchy}${path}/cgroup.procs`, text]),
  );

function read(tree: Tree) {
  const reading = readContainerCgroups(hostFiles(tree));
  if (reading.kind !== 'ok') throw new Error(`${reading.kind}: ${reading.detail}`);
  return { ...reading.value, missed: reading.missed ?? [] };
}

const only = (tree: Tree) => {
  const { containers } = read(tree);
  expect(containers).toHaveLength(1);
  return containers[0];
};

describe('whose container it is', () => {
  it.each([
    [`/docker/${a}`, 'docker'],
    [`/lxc/${a}`, 'docker'],
    [`/system.slice/docker-${a}.scope`, 'docker'],
    [`/kubepods/besteffort/pod1/${a}`, 'kubernetes'],
    [`/kubepods.slice/kubepods-pod1.slice/cri-containerd-${a}.scope`, 'kubernetes'],
    [`/k8s.io/${a}`, 'kubernetes'],
    [`/machine.slice/libpod-${a}.scope`, 'podman'],
    [`/default/${a}`, 'other'],
  ])('%s: %s', (path, runtime) => {
    const found = { id: a, runtime, path, pids: [10, 11], nested: [] };
    expect(only(cgroups('', { [path]: '10\n11\n' }))).toEqual(found);
    expect(only(cgroups('/memory', { [path]: '10\n11\n' }))).toEqual(found);
  });

  it.each(['/system.slice/ssh.service', `/machine.slice/libpod-conmon-${a}.scope`, '/docker', '/docker/buildkit/abc'])(
    '%s is none',
    (path) => {
      expect(read(cgroups('', { [path]: '10\n' })).containers).toEqual([]);
    },
  );
});

describe('the hierarchy', () => {
  it('is the whole tree on v2', () => {
    const { containers } = read(cgroups('', { [`/docker/${a}`]: '10\n', [`/docker/${b}`]: '11\n' }));
    expect(containers.map(({ id }) => id).sort()).toEqual([a, b]);
  });

  it('is on v1 one in which a frozen process has not moved', () => {
    const tree = {
      ...cgroups('/freezer', { [`/docker/${a}`]: '', '/frozen': '10\n' }),
      ...cgroups('/memory', { [`/docker/${a}`]: '10\n' }),
    };
    expect(read(tree).containers.length).toBeGreaterThan(0);
    expect(only(tree)?.pids).toEqual([10]);
  });

  it.each([
    ['pids', 'memory'],
    ['cpu,cpuacct', 'devices'],
    ['systemd', 'freezer'],
  ])('%s is taken before %s', (first, second) => {
    const tree = {
      ...cgroups(`/${second}`, { [`/docker/${b}`]: '2\n' }),
      ...cgroups(`/${first}`, { [`/docker/${a}`]: '1\n' }),
    };
    expect(only(tree)?.id).toBe(a);
  });

  it('is freezer when there is no other', () => {
    expect(only(cgroups('/freezer', { [`/docker/${a}`]: '1\n' }))?.id).toBe(a);
  });

  it('is not a directory without anything mounted on it', () => {
    const tree = {
      'sys/fs/cgroup/pids': { directory: true } as const,
      ...cgroups('/cpuset', { [`/docker/${a}`]: '1\n' }),
    };
    expect(only(tree)?.id).toBe(a);
  });

  it('is one of v1 on a hybrid host', () => {
    const tree = {
      ...cgroups('/unified', { [`/docker/${b}`]: '' }),
      ...cgroups('/memory', { [`/docker/${a}`]: '1\n' }),
    };
    expect(read(tree).containers.length).toBeGreaterThan(0);
    expect(only(tree)?.id).toBe(a);
  });

  it.each([
    ['no directory', {}],
    ['an empty one', { 'sys/fs/cgroup': { directory: true } as const }],
    ['only hierarchies nobody knows', cgroups('/own', { [`/docker/${a}`]: '1\n' })],
  ])('is absent with %s', (_, tree) => {
    expect(readContainerCgroups(hostFiles(tree))).toMatchObject({ kind: 'absent' });
  });
});

describe('what is in a container', () => {
  it('are the processes below it, too', () => {
    const path = `/docker/${a}`;
    const tree = cgroups('', { [path]: '', [`${path}/init`]: '10\n', [`${path}/app/worker`]: '11\n12\n' });
    expect([...(only(tree)?.pids ?? [])].sort()).toEqual([10, 11, 12]);
  });

  it('are the containers of an engine in it, each with its own processes', () => {
    const outer = `/docker/${a}`;
    const middle = `${outer}/docker/${b}`;
    const inner = `${middle}/system.slice/docker-${c}.scope`;
    const found = only(cgroups('', { [outer]: '1\n', [middle]: '2\n', [inner]: '3\n' }));
    expect(found).toMatchObject({
      id: a,
      pids: [1],
      nested: [{ id: b, pids: [2], path: middle, nested: [{ id: c, pids: [3], path: inner, nested: [] }] }],
    });
  });

  it('is told by its own path, not by that of the pod around it', () => {
    const outer = `/kubepods/pod1/${a}`;
    const found = only(cgroups('', { [outer]: '1\n', [`${outer}/docker/${b}`]: '2\n' }));
    expect(found).toMatchObject({ runtime: 'kubernetes', nested: [{ id: b, runtime: 'docker' }] });
  });

  it('is nothing when all its processes have ended', () => {
    expect(only(cgroups('', { [`/docker/${a}`]: '' }))?.pids).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const procs = `sys/fs/cgroup/docker/${a}/cgroup.procs`;

  it('is nothing missed when the file is not there', () => {
    const tree = { ...cgroups('', {}), [`sys/fs/cgroup/docker/${a}`]: { directory: true } as const };
    expect(read(tree)).toMatchObject({ containers: [{ id: a, pids: [] }], missed: [] });
  });

  it.each([
    ['a list that may not be read', unreadable('cgroup.procs'), /ELOOP/],
    ['a list of something else', 'ten\n', /expected one process id a line/],
  ])('%s is named; the container is there', (_, content, problem) => {
    const { containers, missed } = read({ ...cgroups('', { [`/docker/${b}`]: '5\n' }), [procs]: content });
    expect(containers.map(({ id, pids }) => [id, pids]).sort()).toEqual([
      [a, []],
      [b, [5]],
    ]);
    expect(missed).toEqual([expect.stringMatching(problem)]);
  });

  it('are processes that have no number in our PID namespace', () => {
    const host = cgroups('', { [`/docker/${a}`]: '0\n0\n', '/system.slice': '10\n' });
    const namedByHost = (pid: number) => ({ ...host, 'proc/self': { link: String(pid) } });
    expect(readContainerCgroups(hostFiles(namedByHost(process.pid)))).toMatchObject({ kind: 'ok' });
    expect(readContainerCgroups(hostFiles(namedByHost(process.pid + 1)))).toMatchObject({ kind: 'absent' });
  });

  it('is a tree without end', () => {
    const { missed } = read({ ...cgroups('', {}), [`sys/fs/cgroup${'/d'.repeat(80)}/cgroup.procs`]: '' });
    expect(missed).toEqual([expect.stringContaining('deeper or larger')]);
  });
});
