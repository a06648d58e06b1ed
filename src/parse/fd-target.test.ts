import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FdTarget, fdTargets } from '../model/daemons.ts';
import { fdTargetOf } from './fd-target.ts';

const id = 'cd8af160ff9e8332043dfcacffb95c18eac2b6fb86a7a6ed1894089ac6ba053c';
const root = '/var/lib/docker';

const links: readonly (readonly [string, FdTarget])[] = [
  ['/dev/mapper/docker-202:1-3019790-718e7f86d172fc7af7599e0f6472205c986fcc8bf51336ed1a5030900652abfs', 'devicemapper'],
  [`/dev/mapper/docker-254:0-131098-${id} (deleted)`, 'devicemapper'],
  ['/dev/mapper/control', 'devicemapper'],
  ['/dev/dm-1793', 'devicemapper'],
  ['/dev/dmmidi', 'other'],
  ['socket:[13067]', 'socket'],
  ['pipe:[13005]', 'pipe'],
  ['anon_inode:[eventpoll]', 'anon_inode'],
  ['anon_inode:bpf-prog', 'anon_inode'],
  [`/run/docker/containerd/${id}/init-stdout`, 'container_stdio'],
  [`/run/docker/containerd/${id}/init-stderr`, 'container_stdio'],
  [`/run/docker/containerd/${id}/${id}-stdin`, 'container_stdio'],
  [`/var/run/docker/libcontainerd/${id}/init-stdout`, 'container_stdio'],
  [`/run/containerd/fifo/1234567/${id}-stdout`, 'container_stdio'],
  [`/run/docker/containerd/${id}/init-stdout (deleted)`, 'deleted'],
  [`/var/lib/docker/containers/${id}/${id}-json.log`, 'container_log'],
  [`/var/lib/docker/containers/${id}/${id}-json.log.1.gz`, 'container_log'],
  [`/var/lib/docker/containers/${id}/local-logs/container.log`, 'container_log'],
  [`/run/docker/containerd/daemon/io.containerd.runtime.v2.task/moby/${id}/log`, 'container_log'],
  [`/var/lib/docker/containerd/daemon/io.containerd.runtime.v2.task/moby/${id}/log`, 'container_log'],
  [`/var/lib/docker/containers/${id}/${id}-json.log (deleted)`, 'deleted'],
  ['/tmp/docker-build123 (deleted)', 'deleted'],
  ['/var/lib/docker/volumes/metadata.db', 'data_root'],
  [`/var/lib/docker/containers/${id}/hosts`, 'data_root'],
  ['/var/lib/docker', 'data_root'],
  ['/var/lib/docker-old/volumes/metadata.db', 'other'],
  ['/var/lib/docker/a dir/with (parentheses) and\nnewline', 'data_root'],
  ['/var/log/dockerd.log', 'other'],
  ['/dev/null', 'other'],
  ['mnt:[4026531841]', 'other'],
  ['', 'other'],
];

it.each(links)('%j is %s', (link, target) => {
  expect(fdTargetOf(link, root)).toBe(target);
});

describe('data root', () => {
  it.each([
    ['/mnt/docker/', '/mnt/docker/volumes/metadata.db', 'data_root'],
    ['/mnt/docker', '/var/lib/docker/volumes/metadata.db', 'other'],
    ['', '/var/lib/docker/volumes/metadata.db', 'other'],
    ['/', '/var/lib/docker/volumes/metadata.db', 'other'],
  ] as const)('%j decides about %s', (dataRoot, link, target) => {
    expect(fdTargetOf(link, dataRoot)).toBe(target);
  });
});

it('always finds a target that was looked at', () => {
  const looked = fdTargets.filter((target) => target !== 'unclassified');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (link, dataRoot) => {
      expect(looked).toContain(fdTargetOf(link, dataRoot));
    }),
  );
});

it('finds whatever lies below the data root there, unless it is a log or gone', () => {
  const name = fc.stringMatching(/^[a-z.]{1,12}$/);
  fc.assert(
    fc.property(fc.array(name, { minLength: 1 }), (names) => {
      expect(fdTargetOf(`/srv/d/${names.join('/')}`, '/srv/d')).toBe('data_root');
    }),
  );
});
