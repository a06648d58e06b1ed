/** Processes that the kernel does not let go of: they end with a restart of the host and not before. */
import { timeSeries } from '../lib/panels.ts';
import { host, range } from '../lib/queries.ts';
import { units } from '../lib/units.ts';

const unseen = 'The processes of the host are not visible';

export const unkillable = timeSeries({
  title: 'Unkillable processes',
  shows:
    'Processes that are still there although SIGKILL is pending, the fewest of ten minutes, and all that wait in state D.',
  normal: 'none unkillable; some in state D for moments.',
  act: 'find what they wait for: a disk, a server, a lock. If it does not come back only a restart of the host ends them.',
  queries: [
    range(host('instance:dockerhost_unkillable_processes:sum'), 'unkillable now'),
    range(host('instance:dockerhost_unkillable_processes:min10m'), 'unkillable, fewest in 10 minutes', 'floor'),
    range(host('dockerhost_uninterruptible_processes'), 'state D, {{scope}}'),
  ],
  unit: units.count,
  alerts: ['DockerHostUnkillableProcesses'],
  width: 12,
  empty: unseen,
});

export const stuck = timeSeries({
  title: 'Zombies with live threads',
  shows:
    'Zombies of which threads still run, and the share of a CPU that the busiest thread of a daemon takes in system mode.',
  normal: 'no such zombie; a few percent.',
  act: 'one that stays, with an Engine that hangs or a thread near 1, is a freeze: the runbook says how to restart without loss.',
  queries: [
    range(host('dockerhost_zombie_leaders_with_live_threads'), 'zombies with live threads'),
    range(
      `max without (daemon, mode) (${host('dockerhost_daemon_busiest_thread_cpu_ratio', 'mode="system"')})`,
      'busiest thread in system mode, of a CPU',
    ),
  ],
  unit: units.count,
  alerts: ['DockerHostFreezing'],
  width: 12,
  empty: unseen,
});
