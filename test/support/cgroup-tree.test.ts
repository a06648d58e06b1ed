import { expect, it } from 'vitest';
import { cgroupText, cgroupTree } from './cgroup-tree.ts';
import type { SyntheticProcess } from './process.ts';

const process = (pid: number, cgroup: string, more: Partial<SyntheticProcess> = {}): SyntheticProcess => ({
  pid,
  ppid: 1,
  comm: 'x',
  state: 'S',
  startTicks: 1,
  cgroup,
  ...more,
});

it('writes one line for the unified hierarchy and one for each controller of v1', () => {
  expect(cgroupText('unified', '/docker/a')).toBe('0::/docker/a\n');
  expect(cgroupText(['cpu', 'memory'], '/lxc/a')).toBe('2:cpu:/lxc/a\n1:memory:/lxc/a\n');
});

it('lists processes where they are and counts descendants', () => {
  const tree = cgroupTree('unified', [process(1, '/'), process(5, '/a/b'), process(6, '/a/b')], { dying: 4 });
  expect(tree['sys/fs/cgroup/cgroup.procs']).toBe('1\n');
  expect(tree['sys/fs/cgroup/a/cgroup.procs']).toBe('');
  expect(tree['sys/fs/cgroup/a/b/cgroup.procs']).toBe('5\n6\n');
  expect(tree['sys/fs/cgroup/cgroup.stat']).toBe('nr_descendants 2\nnr_dying_descendants 4\n');
  expect(tree['sys/fs/cgroup/a/cgroup.stat']).toBe('nr_descendants 1\nnr_dying_descendants 0\n');
});

it('repeats every cgroup in each hierarchy of v1, empty ones too', () => {
  const tree = cgroupTree(['cpu', 'memory'], [process(5, '/lxc/a')], { empty: ['/lxc/b'] });
  expect(tree['sys/fs/cgroup/cpu/lxc/a/cgroup.procs']).toBe('5\n');
  expect(tree['sys/fs/cgroup/memory/lxc/a/cgroup.procs']).toBe('5\n');
  expect(tree['sys/fs/cgroup/memory/lxc/b/cgroup.procs']).toBe('');
  expect(Object.keys(tree).some((path) => path.endsWith('cgroup.stat'))).toBe(false);
});

it('does not list zombies, except a leader whose threads live', () => {
  const tree = cgroupTree('unified', [process(5, '/a', { state: 'Z' }), process(6, '/a', { state: 'Z', threads: 2 })]);
  expect(tree['sys/fs/cgroup/a/cgroup.procs']).toBe('6\n');
});
