import type { SyntheticProcess } from '../../support/process.ts';
import { service } from '../modern/services.ts';
import { runningContainers } from './containers.ts';
import { overlay2Figures } from './figures.ts';

export const dockerdPid = 812;
export const containerdPid = 640;
const containerdCgroup = '/system.slice/containerd.service';

/** `containerd-shim-runc-v2`: the kernel keeps 15 characters of a name. */
export const shim = (pid: number): SyntheticProcess => ({
  ...service(pid, 'containerd-shim', containerdCgroup),
  threads: 11,
});

export const daemons = (): SyntheticProcess[] => [
  daemon(dockerdPid, 'dockerd', '/system.slice/docker.service', 14, dockerdDescriptors()),
  daemon(containerdPid, 'containerd', containerdCgroup, 10, containerdDescriptors()),
  { ...service(655, 'kubelet', '/system.slice/kubelet.service'), threads: 16 },
];

function daemon(pid: number, comm: string, cgroup: string, threads: number, fds: readonly string[]): SyntheticProcess {
  const tasks = Array.from({ length: threads }, (_, index) => ({
    tid: index === 0 ? pid : 20_000 + pid * 10 + index,
    comm,
    state: 'S' as const,
    userTicks: 210 + index,
    systemTicks: 90 + index,
  }));
  const fileLimits = { soft: overlay2Figures.fdLimit, hard: overlay2Figures.fdLimit };
  return { ...service(pid, comm, cgroup), residentPages: 24_000, threads, fds, fileLimits, tasks };
}

function dockerdDescriptors(): string[] {
  const fixed = [
    '/dev/null',
    'socket:[18123]',
    'socket:[18123]',
    'socket:[20210]',
    'anon_inode:[eventpoll]',
    'anon_inode:[eventfd]',
    '/var/lib/docker/volumes/metadata.db',
    '/var/lib/docker/buildkit/cache.db',
  ];
  const ofContainers = runningContainers.flatMap(({ id }) => [
    `/run/docker/containerd/${id}/init-stdout`,
    `/run/docker/containerd/${id}/init-stdout`,
    `/run/docker/containerd/${id}/init-stderr`,
    `/run/docker/containerd/${id}/init-stderr`,
    `/var/lib/docker/containers/${id}/${id}-json.log`,
  ]);
  return filled([...fixed, ...ofContainers], overlay2Figures.dockerdFds);
}

const containerdDescriptors = (): string[] =>
  filled(
    ['/dev/null', 'socket:[15011]', 'socket:[15011]', 'anon_inode:[eventpoll]', 'anon_inode:inotify'],
    overlay2Figures.containerdFds,
  );

/** Sockets up to `count`. */
const filled = (targets: readonly string[], count: number): string[] => [
  ...targets,
  ...Array.from({ length: count - targets.length }, (_, index) => `socket:[${30_000 + index}]`),
];
