import { expect, it } from 'vitest';
import { parseMountLine } from './mountinfo.ts';
import { isDockerNetworkNamespace } from './network-namespace.ts';

function isNamespace(line: string): boolean {
  const entry = parseMountLine(line);
  if (entry === undefined) throw new Error(`no mount line: ${line}`);
  return isDockerNetworkNamespace(entry);
}

it.each([
  ['a sandbox', '118 31 0:4 net:[4026532303] /run/docker/netns/28046fb52b1b rw - nsfs nsfs rw'],
  ['the host’s', '119 31 0:4 net:[4026531840] /var/run/docker/netns/default rw shared:9 - nsfs nsfs rw'],
  ['a sandbox before Linux 3.19', '95 20 0:3 / /run/docker/netns/28046fb52b1b rw,nosuid - proc proc rw'],
  ['a sandbox below another exec root', '95 20 0:4 net:[4026532303] /srv/exec/netns/28046fb52b1b rw - nsfs nsfs rw'],
])('counts %s', (_, line) => {
  expect(isNamespace(line)).toBe(true);
});

it.each([
  ['a namespace of iproute2', '95 20 0:4 net:[4026532303] /run/netns/28046fb52b1b rw - nsfs nsfs rw'],
  ['one of a Kubernetes pod', '95 20 0:4 net:[4026532303] /var/run/netns/cni-1a2b3c4d rw - nsfs nsfs rw'],
  ['a mount namespace of snapd', '95 20 0:4 mnt:[4026532304] /run/snapd/ns/lxd.mnt rw - nsfs nsfs rw'],
  ['the tmpfs that they are in', '31 27 0:27 / /run/docker/netns rw,relatime - tmpfs tmpfs rw'],
  ['a file there', '95 20 254:0 /x /run/docker/netns/28046fb52b1b rw - ext4 /dev/vda rw'],
  ['the procfs of the host', '28 23 0:24 / /proc rw,relatime - proc proc rw'],
])('does not count %s', (_, line) => {
  expect(isNamespace(line)).toBe(false);
});
