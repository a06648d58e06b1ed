/**
 * The figures of "Our Docker host turned into a rubbish dump" (conference slides, February and March 2014).
 * The first group is on the slides; the rest fills the host in between and is made up.
 */
export const incident = {
  /** `Tasks: 3020 total, 5 running, 2700 sleeping, 0 stopped, 315 zombie` */
  processes: 3020,
  running: 5,
  sleeping: 2700,
  zombies: 315,
  /** `lsof -p <docker pid> | wc -l` and `Max open files 1024 4096 files`. */
  daemonFds: 1021,
  softFdLimit: 1024,
  hardFdLimit: 4096,
  /** `[jbd2/dm-1793-8]`: the highest number of a device. */
  highestDevice: 1793,
  devicePrefix: 'docker-202:1-3019790',
  /** `2014/02/13 18:18:46 Error: start: Cannot start container d42e47e9e6bc…: pipe2: too many open files` */
  now: Date.UTC(2014, 1, 13, 18, 18, 46) / 1000,
} as const;

export const clock = {
  ticksPerSecond: 100,
  /** Kernel threads of the slides were started in 2013. */
  bootTime: Date.UTC(2013, 10, 19, 7, 2, 11) / 1000,
  /** The daily `service docker restart`. */
  daemonStarted: Date.UTC(2014, 1, 13, 4, 0, 3) / 1000,
} as const;

export const limits = { pidMax: 32768, threadsMax: 61680 } as const;

/** Containers by what the Engine and the kernel each say of them. */
export const containerCounts = {
  /** `Up …`, and processes live. */
  running: 18,
  /** `Ghost`, and processes live: the daemon was restarted under them. */
  ghostStatusAlive: 2,
  /** `Ghost` or `Up …`, and no process lives. */
  ghost: 3,
  /** `Exit …`, and processes live. */
  orphanExited: 4,
  /** Unknown to the Engine, and processes live. */
  orphanRemoved: 3,
  /** `Exit …`, no process, still mounted. */
  exitedMounted: 22,
  /** Unknown to the Engine, no process, still mounted. */
  removedMounted: 12,
  /** `Exit …`, no process, not mounted. */
  exited: 118,
} as const;

export const liveContainers =
  containerCounts.running +
  containerCounts.ghostStatusAlive +
  containerCounts.orphanExited +
  containerCounts.orphanRemoved;
export const orphanedContainers = containerCounts.orphanExited + containerCounts.orphanRemoved;
export const lingeringMounts = containerCounts.ghost + containerCounts.exitedMounted + containerCounts.removedMounted;
/** As the Engine lists them. */
export const listedRunning = containerCounts.running + containerCounts.ghostStatusAlive + containerCounts.ghost;
export const listedExited = containerCounts.orphanExited + containerCounts.exitedMounted + containerCounts.exited;
/** Devices of containers that are not mounted any more and were not removed. */
export const unmountedDevices = 11;

/** Zombies by the parent that does not reap them. */
export const zombiesByParent = { docker: 40, lxcStart: 120, container: 95, host: 60 } as const;
/** `lxc-start` processes whose container is gone. */
export const leftOverLxcStarts = 96;
/** Containers whose `sh` does not reap. */
export const containersWithZombies = 5;

/** The daemon's descriptors by what they point to. */
export const fdCounts = {
  devicemapper: 447,
  containerLogs: 81,
  sockets: 214,
  pipes: 249,
  deleted: 22,
  standard: 3,
  epoll: 1,
  control: 1,
  dataRoot: 3,
} as const;

export const daemonThreads = 47;
export const javaThreads = 118;

export const images = { tagged: 14, dangling: 211 } as const;

/** Kilobytes. */
export const memory = { total: 8_179_416, free: 91_268, swapTotal: 2_097_148, swapFree: 118_924 } as const;
export const loadAverage = { '1m': 34.18, '5m': 31.02, '15m': 27.45 } as const;
export const cpus = 4;
