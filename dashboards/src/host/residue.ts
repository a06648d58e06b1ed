/** Fourth row: what containers leave behind among the processes. */
import type { Row } from '../lib/finalise.ts';
import { colours } from '../lib/limits.ts';
import { stateTimeline, timeSeries } from '../lib/panels.ts';
import { host, range } from '../lib/queries.ts';
import { units } from '../lib/units.ts';
import { wordsFor } from '../lib/words.ts';
import { parentsTable } from './offenders-table.ts';
import { stuck, unkillable } from './stuck.ts';

const unseen = 'The processes of the host are not visible';
const uncompared = 'The Engine does not answer, so that nothing can be compared';

const kinds = stateTimeline({
  title: 'Kinds of residue over time',
  shows: 'Each kind of residue that stayed for its window, as it counts for “Kinds of residue”.',
  normal: 'green throughout.',
  act: 'three or more at once for six hours: drain the host, then restart or replace it.',
  queries: [range(host('instance_signal:dockerhost_residue:bool'), '{{signal}}')],
  unit: units.none,
  words: wordsFor([
    [0, 'Nothing stays', colours.fine],
    [1, 'Residue', colours.warning],
  ]),
  limits: {},
  width: 12,
  empty: 'Not known: are the recording rules loaded?',
});

const floor = host('instance:dockerhost_zombie_processes:min30m');

const zombies = timeSeries({
  title: 'Zombies',
  shows: 'Zombies of the host now, and the fewest of the last half hour, which is what nobody reaps.',
  normal: 'a few now and then, and a floor of about none.',
  act: 'restart the parents in “Zombies by parent”; each zombie keeps a place in the process table.',
  queries: [
    range(host('instance:dockerhost_zombie_processes:sum'), 'zombies now'),
    range(floor, 'fewest in 30 minutes', 'floor'),
  ],
  unit: units.count,
  alerts: ['DockerHostZombies'],
  width: 12,
  empty: unseen,
});

const gained = timeSeries({
  title: 'Zombies gained in six hours',
  shows: 'How many more zombies stay than six hours ago. Below zero after a restart.',
  normal: 'about 0.',
  act: 'a program that does not reap is at work: find it before it is a hundred.',
  queries: [range(`${floor} - ${floor} offset 6h`, 'gained')],
  unit: units.count,
  signed: true,
  alerts: ['DockerHostZombiesGrowing'],
  width: 12,
  empty: 'Less than six hours are known',
});

const byKind = timeSeries({
  title: 'Zombies by kind of parent',
  shows: 'Zombies by who does not reap them: a daemon, a shim, a process in a container or of the host.',
  normal: 'a few, of any kind.',
  act: '“container” is a matter of the image; “shim” and the daemons are one of the Engine: see its version.',
  queries: [range(host('dockerhost_zombie_processes'), '{{parent}}')],
  unit: units.count,
  stacked: true,
  width: 12,
  empty: unseen,
});

const mismatched = timeSeries({
  title: 'Ghosts and orphans',
  shows:
    'Ghosts: containers that the Engine says run and of which no process lives. Orphans: containers that live and that the Engine does not know or takes for ended.',
  normal: '0. One may show for a scrape or two while containers end.',
  act: 'a ghost is a dead service that looks healthy: start it anew. End the processes of an orphan by hand; no docker command reaches them.',
  queries: [
    range(host('dockerhost_ghost_containers'), 'ghosts'),
    range(host('dockerhost_orphaned_containers'), 'orphans'),
    range(host('instance:dockerhost_ghost_containers:min15m'), 'ghosts, fewest in 15 minutes', 'floor'),
    range(host('instance:dockerhost_orphaned_containers:min15m'), 'orphans, fewest in 15 minutes', 'floor'),
  ],
  unit: units.count,
  alerts: ['DockerHostGhostContainers', 'DockerHostOrphanProcesses'],
  width: 12,
  empty: uncompared,
});

const orphanMemory = timeSeries({
  title: 'Memory of orphans against all containers',
  shows: 'Resident memory and swap of the processes of orphaned containers, and of all containers.',
  normal: 'orphans at 0.',
  act: 'what orphans hold is free the moment they are ended: begin with the largest.',
  queries: [
    range(host('dockerhost_orphaned_resident_memory_bytes'), 'orphans, memory'),
    range(host('dockerhost_orphaned_swap_bytes'), 'orphans, swap'),
    range(host('dockerhost_container_resident_memory_bytes'), 'all containers, memory'),
    range(host('dockerhost_container_swap_bytes'), 'all containers, swap'),
  ],
  unit: units.bytes,
  width: 12,
  empty: uncompared,
});

const orphanProcesses = timeSeries({
  title: 'Processes of orphans against all containers',
  shows: 'Live processes of orphaned containers, and of all containers.',
  normal: 'orphans at 0.',
  act: 'end the processes of the orphans that “Offenders by name” names.',
  queries: [
    range(host('dockerhost_orphaned_processes'), 'orphans'),
    range(host('dockerhost_container_processes'), 'all containers'),
  ],
  unit: units.count,
  width: 12,
  empty: uncompared,
});

const threads = timeSeries({
  title: 'Threads against the limit of the kernel',
  shows: 'Threads of all processes as a share of the smaller of pid_max and threads-max.',
  normal: 'below a fifth.',
  act: 'at the limit nothing can be started: end orphans, restart parents of zombies, or raise kernel.pid_max.',
  queries: [range(host('instance:dockerhost_threads:ratio'), 'threads')],
  unit: units.ratio,
  max: 1,
  alerts: ['DockerHostProcessesNearLimit'],
  width: 12,
  empty: unseen,
});

const states = timeSeries({
  title: 'Processes by state',
  shows: 'Processes of the host by their state.',
  normal: 'nearly all sleep or are idle.',
  act: '“disk_sleep” that stays is a disk or a server that does not answer; “zombie” is above.',
  queries: [range(host('dockerhost_processes'), '{{state}}')],
  unit: units.count,
  stacked: true,
  width: 12,
  empty: unseen,
});

export const residue: Row = {
  title: 'Residue: processes that should be gone',
  collapsed: true,
  panels: [
    ...[kinds, zombies],
    ...[parentsTable, byKind],
    ...[gained, threads],
    ...[unkillable, stuck],
    ...[mismatched, orphanProcesses],
    ...[orphanMemory, states],
  ],
};
