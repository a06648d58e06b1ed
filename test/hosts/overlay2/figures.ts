/** What is on the host `overlay2`, by count; the parts are built to add up to these. */
export const overlay2Figures = {
  now: Date.UTC(2026, 10, 22, 12, 0, 0) / 1000,
  bootTime: Date.UTC(2026, 9, 30, 5, 12, 0) / 1000,
  loadAverage: '1.42 1.10 0.97',
  memory: { total: 8_140_224, available: 4_811_092 },
  /** Cgroups that were removed and are not gone. */
  dyingCgroups: 9,
  kernelThreads: 80,
  /** One for each kind of parent that can fail to reap, and the leader below. */
  zombies: { dockerd: 1, containerd: 1, shim: 1, container: 2, host: 1 },
  /** A zombie that leads a thread group with a thread alive. In the container `web`. */
  zombieLeadersWithLiveThreads: 1,
  unkillable: { container: 1, host: 1 },
  liveMounts: 3,
  lingeringMounts: 1,
  /** Held by `backup-agent.service`. */
  leakedMounts: 1,
  networkNamespaces: 3,
  containers: { running: 3, exited: 2, dead: 1, created: 1 },
  images: { tagged: 3, dangling: 2 },
  volumes: { used: 2, unused: 2 },
  dockerdFds: 42,
  containerdFds: 19,
  fdLimit: 1_048_576,
} as const;
