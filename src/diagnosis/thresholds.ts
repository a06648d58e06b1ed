/**
 * Every number that decides whether something is wrong. What `check` and `/status` say goes by
 * these, and the alerting rules are to be written with the same ones. Each is reached at its value
 * ("at least") unless it says "more than".
 */
export const thresholds = {
  /** Open file descriptors of a daemon, as a share of its soft limit. */
  daemonFds: { warning: 0.8, critical: 0.95 },
  /** Threads of all processes, as a share of what the kernel allows: the smaller of pid_max and threads-max. */
  hostProcesses: { warning: 0.8, critical: 0.95 },
  /** Space in use of the devicemapper thin pool, data or metadata, as a share of its size. */
  thinPool: { warning: 0.8, critical: 0.9 },
  /** Zombies on the host. From `warning` on they are critical too where they are this share of all processes. */
  zombies: { warning: 100, critical: 300, criticalShare: 0.1 },
  /** Zombies of one parent: info when there are more than this many. */
  zombiesOfOneParent: 10,
  /** Load average over a minute for each CPU, critical when it is more than this while swap is in use. */
  loadPerCpu: 10,
  /** Swap in use, in bytes, from which on load counts as overload. */
  swapUsedBytes: 1,
  /** Processes that are still there although SIGKILL is pending. */
  unkillableProcesses: 1,
  /** Zombies of which threads still run. */
  zombieLeadersWithLiveThreads: 1,
  /** Containers that the Engine says run and of which no process lives. */
  ghostContainers: 1,
  /** Containers with live processes that the Engine does not know, or knows as not running. */
  orphanedContainers: 1,
  /** Root file systems of containers that do not run, still mounted on the host. */
  lingeringMounts: 1,
  /** Root file systems of containers that do not run, held in other mount namespaces. */
  leakedMounts: 1,
  /** Share of one CPU that the busiest thread of a daemon takes, user and system mode together. */
  busiestThread: 0.9,
  /** The same in system mode alone: a thread that spins in the kernel. */
  busiestThreadInSystemMode: 0.9,
  /** Exited containers: info when there are more than this many. */
  exitedContainers: 200,
  /** Age in seconds of the oldest container that is not in use: info when it is more than seven days. */
  oldestLeftoverSeconds: 7 * 24 * 3600,
  /** Kinds of residue that are there at once. */
  residueKinds: 3,
  /** From where on zombies count as residue, which is long before they are a problem of their own. */
  residueZombies: 20,
  /** From where on descriptors of a daemon count as residue, as a share of its soft limit. */
  residueFds: 0.7,
} as const;
