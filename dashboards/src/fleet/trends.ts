/** Whether it gets worse: the ten hosts that were highest, over the range that is chosen. */
import { timeSeries } from '../lib/panels.ts';
import { fleet, range } from '../lib/queries.ts';
import { units } from '../lib/units.ts';
import { highest } from './joins.ts';

const top = 10;

const descriptors = () =>
  timeSeries({
    title: `Descriptors of daemons, top ${top}`,
    shows: 'Open file descriptors of dockerd and containerd, as a share of their soft limit.',
    normal: 'flat, below 70 %. A line that only ever climbs is a leak, however low it is.',
    act: 'open the host: its dashboard says what the descriptors point to, and when they will run out.',
    queries: [
      range(highest(top, fleet('instance_daemon:dockerhost_daemon_fds:ratio'), ['daemon']), '{{instance}} {{daemon}}'),
    ],
    coarse: true,
    unit: units.ratio,
    max: 1,
    alerts: ['DockerdFdsNearLimit'],
    empty: 'Rules not loaded',
    width: 12,
  });

const zombies = () =>
  timeSeries({
    title: `Zombies that stay, top ${top}`,
    shows: 'The least number of zombies within half an hour: those that come and go are not in it.',
    normal: 'near 0.',
    act: 'open the host: it names the parents that do not reap.',
    queries: [range(highest(top, fleet('instance:dockerhost_zombie_processes:min30m')), '{{instance}}')],
    coarse: true,
    unit: units.count,
    alerts: ['DockerHostZombies'],
    empty: 'Rules not loaded',
    width: 12,
  });

const pools = () =>
  timeSeries({
    title: `Thin pools of devicemapper, top ${top}`,
    shows: 'Data and metadata space in use, as a share of their size.',
    normal: 'below 80 %, and going down after the clean-up job. From 90 % on the Engine creates no container.',
    act: 'remove what nobody uses, then extend the pool. Metadata that runs out damages the pool.',
    queries: [
      range(
        highest(top, fleet('instance_space:dockerhost_devicemapper_pool_used:ratio'), ['space']),
        '{{instance}} {{space}}',
      ),
    ],
    coarse: true,
    unit: units.ratio,
    max: 1,
    alerts: ['DockerThinPoolNearFull'],
    empty: 'No host uses devicemapper',
    width: 12,
  });

const probes = () =>
  timeSeries({
    title: `Time for a list of one container, top ${top}`,
    shows: 'How long the Engine takes for /containers/json?limit=1. A timeout shows as the limit of time.',
    normal: 'milliseconds. A line that lies flat at the limit of time is an Engine that hangs.',
    act: 'open the host: zombies, a busy thread or a slow disk come before an Engine that is slow.',
    queries: [range(highest(top, fleet('dockerhost_engine_probe_duration_seconds', 'probe="list"')), '{{instance}}')],
    coarse: true,
    unit: units.seconds,
    alerts: ['DockerEngineSlow'],
    empty: 'No Engine is probed',
    width: 12,
  });

export const trends = () => [descriptors(), zombies(), pools(), probes()];
