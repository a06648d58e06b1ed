/** The worst offenders by name: whom to restart, remove or ask about. */
import { alertLimits } from '../lib/limits.ts';
import { host, rows } from '../lib/queries.ts';
import { table } from '../lib/tables.ts';
import { units } from '../lib/units.ts';
import { wordsFor } from '../lib/words.ts';

const offenders = (metric: string, ...matchers: readonly string[]): string =>
  `max by (kind, container, name, process) (${host(metric, ...matchers)})`;

const firstSeen = 'dockerhost_offender_first_seen_timestamp_seconds';

const kinds = wordsFor([
  ['zombie_leader', 'Zombie with live threads', 'red'],
  ['unkillable', 'Unkillable', 'red'],
  ['ghost', 'Ghost', 'orange'],
  ['orphan', 'Orphan', 'orange'],
  ['mount_holder', 'Holds a mount', 'orange'],
  ['lingering_mount', 'Lingering mount', 'orange'],
  ['zombie_parent', 'Does not reap', 'blue'],
]);

const who = [
  { field: 'process', title: 'Process' },
  { field: 'name', title: 'Container' },
  { field: 'container', title: 'Id', width: 120 },
];

export const offendersTable = table({
  title: 'Offenders by name',
  shows:
    'The worst offenders and how many zombies, processes, mounts or containers each stands for, since when the exporter has seen it.',
  normal: 'empty, or a parent with a zombie or two.',
  act: 'the kind says which runbook: restart what does not reap or holds a mount, end orphans, restart the host for the unkillable.',
  queries: [rows(offenders('dockerhost_offender')), rows(`${offenders(firstSeen)} * 1000`)],
  columns: [
    { field: 'kind', title: 'Kind', words: kinds, width: 180 },
    ...who,
    { field: 'Value #A', title: 'How many', unit: units.count, decimals: 0, width: 90 },
    { field: 'Value #B', title: 'Seen first', unit: units.fromNow, width: 140 },
  ],
  sortBy: 'How many',
  alerts: [
    'DockerHostFreezing',
    'DockerHostUnkillableProcesses',
    'DockerHostGhostContainers',
    'DockerHostOrphanProcesses',
    'DockerHostLeakedMounts',
    'DockerHostLingeringMounts',
    'DockerHostNonReapingParent',
  ],
  limits: {},
  empty: 'No offender',
});

const reap = 'kind="zombie_parent"';

export const parentsTable = table({
  title: 'Zombies by parent',
  shows: 'The processes that do not reap their children, and how many zombies each has now.',
  normal: 'empty, or a few that change from minute to minute.',
  act: 'restart the container of the parent, and give it an init that reaps (docker run --init).',
  queries: [rows(offenders('dockerhost_offender', reap)), rows(`${offenders(firstSeen, reap)} * 1000`)],
  columns: [
    ...who,
    {
      field: 'Value #A',
      title: 'Zombies',
      unit: units.count,
      decimals: 0,
      limits: alertLimits.DockerHostNonReapingParent,
      width: 90,
    },
    { field: 'Value #B', title: 'Seen first', unit: units.fromNow, width: 140 },
  ],
  sortBy: 'Zombies',
  alerts: ['DockerHostNonReapingParent'],
  empty: 'No zombies',
});
