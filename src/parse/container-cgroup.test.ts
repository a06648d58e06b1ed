import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Runtime } from '../model/containers.ts';
import { containerOfCgroup } from './container-cgroup.ts';

const id = '6083aa84e17c52618e86433ecc18ea402515fe73c2fb2d06842cfb0ca95649c5';
const inner = '9efafb86560dcb887124b50306992eb3fd4894fce2546e5ca370e0f6caa2c67d';
const pod = 'pod5f6dc2b1-8a2c-4d5e-9d6f-0a1b2c3d4e5f';

describe('a path with a container', () => {
  const paths: readonly (readonly [string, Runtime])[] = [
    [`/docker/${id}`, 'docker'],
    [`/docker/${id}/init`, 'docker'],
    [`/lxc/${id}`, 'docker'],
    [`/system.slice/docker-${id}.scope`, 'docker'],
    [`/system.slice/docker-${id}.scope/system.slice/cron.service`, 'docker'],
    [`/user.slice/user-1000.slice/user@1000.service/user.slice/docker-${id}.scope`, 'docker'],
    [`/my/parent/${id}`, 'docker'],
    [`/my.slice/my-parent.slice/docker-${id}.scope`, 'docker'],
    [`/system.slice:docker:${id}`, 'docker'],
    [`/ecs/0f5b4c2f/${id}`, 'docker'],
    [`/docker/${id}/docker/${inner}`, 'docker'],
    [`/system.slice/docker-${id}.scope/docker/${inner}/init`, 'docker'],
    [`/docker/${id}/kubelet.slice/kubelet-kubepods.slice/cri-containerd-${inner}.scope`, 'docker'],
    [`/kubepods/besteffort/${pod}/${id}`, 'kubernetes'],
    [`/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-${pod}.slice/docker-${id}.scope`, 'kubernetes'],
    [`/kubepods.slice/kubepods-${pod}.slice/cri-containerd-${id}.scope`, 'kubernetes'],
    [`/kubepods.slice/kubepods-${pod}.slice/crio-${id}.scope/container`, 'kubernetes'],
    [`/system.slice/kubepods-burstable-${pod}.slice:cri-containerd:${id}`, 'kubernetes'],
    [`/system.slice/cri-containerd-${id}.scope`, 'kubernetes'],
    [`/k8s.io/${id}`, 'kubernetes'],
    [`/machine.slice/libpod-${id}.scope`, 'podman'],
    [`/machine.slice/libpod-${id}.scope/container`, 'podman'],
    [`/libpod_parent/libpod-${id}`, 'podman'],
    [`/libpod_parent/${id}`, 'podman'],
    [`/system.slice/web.service/libpod-payload-${id}`, 'podman'],
    [`/system.slice/nerdctl-${id}.scope`, 'other'],
    [`/default/${id}`, 'other'],
    [`/user.slice/buildah-${id}`, 'other'],
  ];

  it.each(paths)('%s is of %s', (path, runtime) => {
    expect(containerOfCgroup(path)).toEqual({ id, runtime });
  });
});

it.each([
  '',
  '/',
  '/docker',
  '/init.scope',
  '/system.slice/docker.service',
  '/docker/buildkit/k8x1tq0m3z5v7b9n2c4d6f8g1',
  '/kubepods.slice/kubepods-burstable.slice',
  `/system.slice/libpod-conmon-${id}.scope`,
  `/system.slice/var-lib-docker-overlay2-${id}-merged.mount`,
  `/system.slice/docker-${id}.service`,
  `/docker/${id.slice(1)}`,
  `/docker/${id}0`,
  `/docker/${id.toUpperCase()}`,
  `/docker/${id} (deleted)`,
])('%j has none', (path) => {
  expect(containerOfCgroup(path)).toBeUndefined();
});

it('gives every directory below a container to that container', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '-', '.', ' ', ')', '\n'), minLength: 1 });
  const below = fc.array(fc.oneof(name, fc.constantFrom(inner, `docker-${inner}.scope`, 'kubepods')));
  fc.assert(
    fc.property(below, (names) => {
      expect(containerOfCgroup(['/docker', id, ...names].join('/'))).toEqual({ id, runtime: 'docker' });
    }),
  );
});

it('never throws, and names none but ids of 64 digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '0', '/', '-', ':', 'docker', '.scope', id) }), (path) => {
      expect(containerOfCgroup(path)?.id ?? id).toMatch(/^[0-9a-f]{64}$/);
    }),
  );
});
