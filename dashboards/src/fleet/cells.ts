/** The cells of the table of hosts: what of each, and from where on it is bad. */
import { engineCode } from '../lib/engine-code.ts';
import { lastKnown } from '../lib/last-known.ts';
import { alertLimits, colours } from '../lib/limits.ts';
import { fleet } from '../lib/queries.ts';
import type { Column } from '../lib/tables.ts';
import { units } from '../lib/units.ts';
import { engineWords, wordsFor } from '../lib/words.ts';
import { alertsOf, ofThem, worstOf } from './attention-queries.ts';
import { perHost } from './joins.ts';

export interface Cell extends Omit<Column, 'field' | 'width'> {
  readonly expr: string;
  /** Labels that are shown in place of the value, and their titles. */
  readonly labels?: Readonly<Record<string, string>>;
  /** In pixels: without a width every column has 150, and 20 of them are wider than any screen. */
  readonly width: number;
}

const width = { number: 80, text: 110 } as const;

const lastEngine = lastKnown(fleet, 'dockerhost_engine_info');

/** Restarts have alerts of their own, which go by shorter times: no colour here. */
const restarts = `increase(${fleet('dockerhost_daemon_restarts_total', 'daemon="dockerd"')}[1d])`;

export const cells: readonly Cell[] = [
  {
    title: 'Pages',
    expr: alertsOf('critical'),
    limits: { critical: 1 },
    width: width.number,
  },
  { title: 'Tickets', expr: alertsOf('warning'), limits: { warning: 1 }, width: width.number },
  {
    title: 'Residue',
    expr: worstOf('instance:dockerhost_residue_signals:sum'),
    limits: alertLimits.DockerHostNeedsRecycle,
    width: width.number,
  },
  {
    title: 'Exporter',
    expr: worstOf('up'),
    words: wordsFor([
      [1, 'Answers', colours.fine],
      [0, 'Down', colours.warning],
    ]),
    width: width.number,
  },
  { title: 'Engine', expr: ofThem(engineCode(fleet)), words: engineWords, width: 150 },
  {
    title: 'Descriptors',
    expr: worstOf('instance_daemon:dockerhost_daemon_fds:ratio'),
    unit: units.ratio,
    limits: alertLimits.DockerdFdsNearLimit,
    width: width.text,
  },
  {
    title: 'Zombies',
    expr: worstOf('instance:dockerhost_zombie_processes:min30m'),
    limits: alertLimits.DockerHostZombies,
    width: width.number,
  },
  {
    title: 'Unkillable',
    expr: worstOf('instance:dockerhost_unkillable_processes:min10m'),
    limits: alertLimits.DockerHostUnkillableProcesses,
    width: width.number,
  },
  {
    title: 'Ghosts',
    expr: worstOf('instance:dockerhost_ghost_containers:min15m'),
    limits: alertLimits.DockerHostGhostContainers,
    width: width.number,
  },
  {
    title: 'Orphans',
    expr: worstOf('instance:dockerhost_orphaned_containers:min15m'),
    limits: alertLimits.DockerHostOrphanProcesses,
    width: width.number,
  },
  {
    title: 'Lingering',
    expr: worstOf('instance:dockerhost_lingering_mounts:min1h'),
    limits: alertLimits.DockerHostLingeringMounts,
    width: width.number,
  },
  {
    title: 'Leaked',
    expr: worstOf('instance:dockerhost_leaked_mounts:min1h'),
    limits: alertLimits.DockerHostLeakedMounts,
    width: width.number,
  },
  {
    title: 'Restarts, 24 h',
    expr: ofThem(perHost('max', restarts)),
    decimals: 0,
    width: width.number,
  },
  {
    title: 'Pool',
    expr: worstOf('instance_space:dockerhost_devicemapper_pool_used:ratio'),
    unit: units.ratio,
    limits: alertLimits.DockerThinPoolNearFull,
    width: width.text,
  },
  {
    title: 'Up for',
    expr: ofThem(perHost('max', `time() - ${fleet('dockerhost_boot_time_seconds')}`)),
    unit: units.seconds,
    width: width.text,
  },
  {
    title: 'Engine version',
    expr: ofThem(`max by (cluster, job, instance, version, storage_driver) (${lastEngine})`),
    labels: { version: 'Version', storage_driver: 'Driver' },
    width: width.text,
  },
  {
    title: 'Kernel',
    expr: ofThem(`max by (cluster, job, instance, release) (${fleet('dockerhost_kernel_info')})`),
    labels: { release: 'Kernel' },
    width: width.text,
  },
];
