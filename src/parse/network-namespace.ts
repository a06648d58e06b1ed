import type { MountEntry } from './mountinfo.ts';

/** libnetwork names a sandbox by 12 digits; `default` and `ingress_sbox` are its own. */
const underDocker = /\/docker\/netns\/[^/]+$/;
const underOwnExecRoot = /\/netns\/[0-9a-f]{12}$/;
/** Where iproute2 and the Kubernetes network plug-ins keep theirs. */
const ofOthers = /^\/(?:var\/)?run\/netns\//;

/**
 * Whether a mount is a network namespace that Docker keeps open for a container. dockerd mounts it below
 * its exec root, `/run/docker/netns` unless `--exec-root` says otherwise. The file system is nsfs since
 * Linux 3.19 and proc before, when the root field said `/`, `/PID/ns/net` or `net:[…]` by version.
 *
 * @example `118 31 0:4 net:[4026532303] /run/docker/netns/28046fb52b1b rw - nsfs nsfs rw`
 */
export function isDockerNetworkNamespace(entry: MountEntry): boolean {
  if (entry.fsType !== 'nsfs' && entry.fsType !== 'proc') return false;
  if (underDocker.test(entry.mountPoint)) return true;
  return underOwnExecRoot.test(entry.mountPoint) && !ofOthers.test(entry.mountPoint);
}
