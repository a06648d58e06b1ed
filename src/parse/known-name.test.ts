import { describe, expect, it } from 'vitest';
import { kernelThreadFlags } from '../../test/support/process.ts';
import { isKernelThread, knownName, mayBeKnown } from './known-name.ts';

const programs = [
  ['dockerd', 'dockerd'],
  ['dockerd-current', 'dockerd'],
  ['docker', 'docker'],
  ['containerd', 'containerd'],
  ['docker-containe', 'docker_containe'],
  ['containerd-shim', 'shim'],
  ['containerd-shim-runc-v2', 'shim'],
  ['lxc-start', 'shim'],
  ['docker-proxy', 'other'],
  ['docker-init', 'other'],
  ['Dockerd', 'other'],
  ['dockerd2', 'other'],
  ['lxc-start2', 'other'],
  ['containerd-stre', 'other'],
  ['bash', 'other'],
  ['', 'other'],
] as const;

const kernelThreads = [
  ['kdmflush', 'kdmflush'],
  ['kdmflush/253:1', 'kdmflush'],
  ['jbd2/dm-1793-8', 'jbd2'],
  ['ext4-dio-unwrit', 'ext4_dio'],
  ['ext4-rsv-conver', 'ext4_dio'],
  ['bioset', 'bioset'],
  ['xfsaild/dm-3', 'xfs'],
  ['xfs-buf/dm-3', 'xfs'],
  ['dm-thin', 'dm_other'],
  ['dm_bufio_cache', 'dm_other'],
  ['kcopyd', 'dm_other'],
  ['jbd2/vda1-8', 'other'],
  ['xfsaild/sda1', 'other'],
  ['kworker/0:1', 'other'],
  ['kdmflushing', 'other'],
] as const;

describe('knownName', () => {
  it.each(programs)('takes the program %j for %s', (comm, name) => {
    expect(knownName(comm, 0x0040_0000)).toBe(name);
  });

  it.each(kernelThreads)('takes the kernel thread %j for %s', (comm, name) => {
    expect(knownName(comm, kernelThreadFlags)).toBe(name);
  });

  it.each(kernelThreads)('takes no program called %j for a kernel thread', (comm) => {
    expect(knownName(comm, 0)).toBe('other');
  });

  it.each(programs)('takes no kernel thread called %j for a program', (comm) => {
    expect(knownName(comm, kernelThreadFlags)).toBe('other');
  });
});

it.each([...programs, ...kernelThreads].filter(([, name]) => name !== 'other'))(
  'mayBeKnown lets %j through',
  (comm) => {
    expect(mayBeKnown(comm.charCodeAt(0))).toBe(true);
  },
);

it.each(['s', '(', '', '\u0000'])('mayBeKnown turns %j away', (letter) => {
  expect(mayBeKnown(letter.charCodeAt(0))).toBe(false);
});

it('isKernelThread looks at PF_KTHREAD alone', () => {
  expect(isKernelThread(0x0020_0000)).toBe(true);
  expect(isKernelThread(0xffdf_ffff)).toBe(false);
});
