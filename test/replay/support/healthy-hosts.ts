import { day, GiB, type HealthySeries, host, noise, type Shape } from './healthy-series.ts';

const hour = 60;

const idle: Shape = {
  cpus: 4,
  threads: () => 310,
  load: () => 0.05,
  fds: () => 48,
  softFds: 1024,
  exited: () => 2,
  leftoverAge: (minute) => minute % (6 * day),
  dangling: () => 0,
  reclaimable: () => GiB,
  free: () => 900 * GiB,
  zombies: () => 0,
  blip: () => 0,
  busiest: () => 0.01,
  listSeconds: () => 0.01,
  scrapeSeconds: 0.05,
  isRestarting: () => false,
  restarts: () => 0,
};

const hourOf = (minute: number): number => Math.floor(minute / hour) % 24;
const isWorking = (minute: number): boolean => minute < 5 * day && hourOf(minute) >= 8 && hourOf(minute) < 19;
/** Minutes since the clean-up job of 03:00. */
const sinceCleanup = (minute: number): number => (minute + day - 3 * hour) % day;
/** A job of a quarter of an hour, each hour while people work: all CPUs, compilers by the dozen. */
const isBursting = (minute: number): boolean => isWorking(minute) && minute % hour >= 20 && minute % hour < 35;

/** Containers come and go all day; each leaves something for a moment. dockerd is upgraded on Wednesday at 04:00. */
const busyCi: Shape = {
  cpus: 8,
  threads: (minute) => (isBursting(minute) ? 9000 : 1400) + 300 * noise(minute, 10),
  load: (minute) => (isBursting(minute) ? 95 : isWorking(minute) ? 7 : 0.5) + noise(minute, 11),
  fds: (minute) => 250 + (isWorking(minute) ? 80 * (hourOf(minute) - 8) : 0) + 60 * noise(minute, 12),
  softFds: 4096,
  exited: (minute) => sinceCleanup(minute) / 10 + 15 * noise(minute, 13),
  leftoverAge: sinceCleanup,
  dangling: (minute) => sinceCleanup(minute) / 20,
  reclaimable: (minute) => (80 + (sinceCleanup(minute) * 200) / day) * GiB,
  free: (minute) => (600 - (sinceCleanup(minute) * 200) / day) * GiB,
  zombies: (minute) => (isBursting(minute) ? 140 * noise(minute, 14) : 2 * noise(minute, 14)),
  blip: (minute, seed) => Number(isWorking(minute) && minute % 10 < 5 && noise(Math.floor(minute / 10), seed) > 0.5),
  busiest: (minute) => (isBursting(minute) ? 0.97 : 0.2),
  listSeconds: (minute) => (isBursting(minute) ? 1.4 : 0.05),
  scrapeSeconds: 0.4,
  isRestarting: (minute) => minute === 2 * day + 4 * hour,
  restarts: (minute) => Number(minute >= 2 * day + 4 * hour),
};

/** Few containers, much memory, thousands of threads; descriptors are many and stay. Deployed anew on Thursday. */
const database: Shape = {
  ...idle,
  cpus: 64,
  threads: (minute) => 21_000 + 500 * noise(minute, 30),
  load: (minute) => 45 + 10 * noise(minute, 31),
  fds: (minute) => 560 + 12 * noise(minute, 32),
  leftoverAge: (minute) => (minute < 3 * day ? minute + 3 * day : minute - 3 * day),
  reclaimable: () => 40 * GiB,
  free: (minute) => (420 - minute / hour / 2) * GiB,
  busiest: (minute) => 0.05 + 0.1 * noise(minute, 33),
  scrapeSeconds: 1.2,
};

/** The hosts by their instance. */
export const healthyHosts: Readonly<Record<string, readonly HealthySeries[]>> = {
  idle: host(idle),
  ci: host(busyCi),
  database: host(database),
};
