import type { Sample } from './values.ts';

/** A series of a host that is well: its value at each minute of a week that begins on a Monday at midnight. */
export interface HealthySeries {
  readonly series: string;
  readonly at: (minute: number) => Sample;
}

export const day = 24 * 60;
export const GiB = 2 ** 30;

/** Noise from 0 to 1 that is the same in each run: a hash of the minute and of what it is for. */
export function noise(minute: number, seed: number): number {
  let hash = Math.imul(minute + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

const fixed = (series: string, value: number): HealthySeries => ({ series, at: () => value });
const moving = (series: string, at: (minute: number) => number): HealthySeries => ({
  series,
  at: (minute) => Math.round(at(minute)),
});
/** As `moving`, to a hundredth. */
const fine = (series: string, at: (minute: number) => number): HealthySeries => ({
  series,
  at: (minute) => Math.round(100 * at(minute)) / 100,
});

const daemon = (name: string): readonly HealthySeries[] => [
  fixed(`dockerhost_daemon_up{daemon="${name}"}`, 1),
  fixed(`dockerhost_daemon_max_fds{daemon="${name}", limit="hard"}`, 524288),
];

/** What is the same on every host that is well: overlay2, all parts of the exporter at work, nothing stuck. */
const common: readonly HealthySeries[] = [
  ...['dockerd', 'containerd'].flatMap(daemon),
  ...['daemon', 'engine', 'reconcile', 'inventory'].map((name) =>
    fixed(`dockerhost_collector_success{collector="${name}"}`, 1),
  ),
  fixed('dockerhost_visibility{scope="host_processes"}', 1),
  moving('dockerhost_collector_age_seconds{collector="inventory"}', (minute) => (minute % 10) * 60),
  fixed('dockerhost_storage_driver_info{driver="overlay2", loopback="false"}', 1),
  fixed('dockerhost_advisory{advisory="runc-1.3-stuck", severity="high", verdict="possible"}', 1),
  fixed('dockerhost_engine_probe_state{probe="info", state="timeout"}', 0),
  fixed('dockerhost_engine_probe_state{probe="list", state="timeout"}', 0),
  fixed('dockerhost_unkillable_processes{scope="host", state="disk_sleep"}', 0),
  fixed('dockerhost_leaked_mounts{driver="overlay2", holder="other"}', 0),
  fixed('dockerhost_process_limit', 32768),
];

/** What tells hosts apart, by the minute of the week. */
export interface Shape {
  readonly cpus: number;
  readonly threads: (minute: number) => number;
  readonly load: (minute: number) => number;
  readonly fds: (minute: number) => number;
  readonly softFds: number;
  readonly exited: (minute: number) => number;
  /** Age of the oldest container that is not in use, in minutes. */
  readonly leftoverAge: (minute: number) => number;
  readonly dangling: (minute: number) => number;
  readonly reclaimable: (minute: number) => number;
  /** Free bytes below Docker, of a tebibyte. */
  readonly free: (minute: number) => number;
  readonly zombies: (minute: number) => number;
  /** 1 for a few minutes now and then: what a container leaves that has ended this moment. */
  readonly blip: (minute: number, seed: number) => number;
  readonly busiest: (minute: number) => number;
  readonly listSeconds: (minute: number) => number;
  readonly scrapeSeconds: number;
  readonly isRestarting: (minute: number) => boolean;
  readonly restarts: (minute: number) => number;
}

/** All series of a host of this shape. */
export const host = (shape: Shape): readonly HealthySeries[] => [
  ...common,
  fixed('up', 1),
  fine('scrape_duration_seconds', () => shape.scrapeSeconds),
  fixed('dockerhost_cpus', shape.cpus),
  fine('dockerhost_load_average{window="1m"}', shape.load),
  fixed('dockerhost_swap_used_bytes', 0),
  moving('dockerhost_threads', shape.threads),
  moving('dockerhost_processes{state="sleeping"}', (minute) => shape.threads(minute) / 4),
  moving('dockerhost_zombie_processes{parent="container"}', shape.zombies),
  moving(
    'dockerhost_offender{kind="zombie_parent", container="3b7e0c1d9f42", name="job", process="sh"}',
    shape.zombies,
  ),
  moving('dockerhost_zombie_leaders_with_live_threads', (minute) => shape.blip(minute, 1)),
  moving('dockerhost_unkillable_processes{scope="container", state="disk_sleep"}', (minute) => shape.blip(minute, 2)),
  moving('dockerhost_container_mounts{driver="overlay2", state="lingering"}', (minute) => shape.blip(minute, 3)),
  moving('dockerhost_leaked_mounts{driver="overlay2", holder="container"}', (minute) => shape.blip(minute, 4)),
  moving('dockerhost_ghost_containers', (minute) => shape.blip(minute, 5)),
  moving('dockerhost_orphaned_containers', (minute) => shape.blip(minute, 6)),
  moving('dockerhost_daemon_open_fds{daemon="dockerd"}', shape.fds),
  fixed('dockerhost_daemon_max_fds{daemon="dockerd", limit="soft"}', shape.softFds),
  moving(
    'dockerhost_daemon_start_time_seconds{daemon="dockerd"}',
    (minute) => shape.restarts(minute) * 3 * day * 60 - day,
  ),
  moving('dockerhost_daemon_restarts_total{daemon="dockerd"}', shape.restarts),
  fine('dockerhost_daemon_busiest_thread_cpu_ratio{daemon="dockerd", mode="user"}', shape.busiest),
  fine('dockerhost_daemon_busiest_thread_cpu_ratio{daemon="dockerd", mode="system"}', () => 0.01),
  moving('dockerhost_engine_probe_state{probe="list", state="ok"}', (minute) => Number(!shape.isRestarting(minute))),
  moving('dockerhost_engine_probe_state{probe="list", state="refused"}', (minute) =>
    Number(shape.isRestarting(minute)),
  ),
  fine('dockerhost_engine_probe_duration_seconds{probe="list"}', shape.listSeconds),
  moving('dockerhost_containers{state="running"}', (minute) => 4 + shape.blip(minute, 7) * 20),
  moving('dockerhost_containers{state="exited"}', shape.exited),
  moving(
    'dockerhost_oldest_leftover_timestamp_seconds{kind="exited_container"}',
    (minute) => (minute - shape.leftoverAge(minute)) * 60,
  ),
  moving('dockerhost_images{state="dangling"}', shape.dangling),
  moving('dockerhost_volumes{state="unused"}', (minute) => shape.dangling(minute) / 2),
  moving('dockerhost_reclaimable_bytes{kind="images"}', shape.reclaimable),
  fixed('dockerhost_data_root_size_bytes', 1024 * GiB),
  moving('dockerhost_data_root_available_bytes', shape.free),
];
