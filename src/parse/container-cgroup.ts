import type { Runtime } from '../model/containers.ts';

/** A container's directory: its id, mostly behind a prefix, as a systemd scope or a plain directory. */
const containerName = /^(?:(.*)[-:])?([0-9a-f]{64})(?:\.scope)?$/;
/** `kubepods`, `kubepods.slice`, `kubepods-burstable-pod….slice`, `kubelet-kubepods.slice` (kind). */
const podSlice = /(?:^|-)kubepods(?:[-.]|$)/;
const idLength = 64;

/** Containers without a prefix of their own, told by the directory they are in. */
const runtimesByParent: ReadonlyMap<string, Runtime> = new Map([
  ['k8s.io', 'kubernetes'],
  ['libpod_parent', 'podman'],
  ['default', 'other'], // containerd's default namespace: nerdctl, ctr
]);

/**
 * The container that a cgroup belongs to, by the path below the cgroup root (`/proc/PID/cgroup`, third
 * field, or a directory of the tree). Undefined when no directory of the path is a container's.
 *
 * The outermost container wins: to this host a container of a Docker in Docker is a part of the outer one.
 *
 * | path | container |
 * |---|---|
 * | `/docker/<id>`, `/system.slice/docker-<id>.scope` | docker |
 * | `/lxc/<id>` (Docker 0.x with LXC), `/my/parent/<id>` (`--cgroup-parent`) | docker |
 * | `/kubepods/…/<id>`, `…/cri-containerd-<id>.scope`, `…/crio-<id>.scope`, `/k8s.io/<id>` | kubernetes |
 * | `/machine.slice/libpod-<id>.scope`, `/libpod_parent/libpod-<id>` | podman |
 * | `…/<unknown>-<id>.scope`, `/default/<id>` | other |
 * | `/docker/buildkit/<25 characters>`, `/system.slice/…-<id>-merged.mount`, `…/libpod-conmon-<id>.scope` | none |
 */
export function containerOfCgroup(path: string): { id: string; runtime: Runtime } | undefined {
  if (path.length < idLength) return undefined;
  let parent = '';
  let inPod = false;
  for (const segment of path.split('/')) {
    inPod ||= podSlice.test(segment);
    const container = containerOfSegment(segment, parent);
    if (container !== undefined) return inPod ? { id: container.id, runtime: 'kubernetes' } : container;
    parent = segment;
  }
  return undefined;
}

function containerOfSegment(segment: string, parent: string) {
  if (segment.length < idLength) return undefined;
  const [, prefix, id] = containerName.exec(segment) ?? [];
  if (id === undefined) return undefined;
  if (prefix === undefined) return { id, runtime: runtimesByParent.get(parent) ?? 'docker' };
  // runc without the systemd driver makes one directory of `system.slice:docker:<id>`.
  const owner = prefix.slice(prefix.lastIndexOf(':') + 1);
  // conmon watches a container from outside.
  return owner.endsWith('conmon') ? undefined : { id, runtime: runtimeOfPrefix(owner) };
}

function runtimeOfPrefix(prefix: string): Runtime {
  if (prefix === 'docker') return 'docker';
  if (prefix === 'cri-containerd' || prefix === 'crio') return 'kubernetes';
  return prefix === 'libpod' || prefix.startsWith('libpod-') ? 'podman' : 'other';
}
