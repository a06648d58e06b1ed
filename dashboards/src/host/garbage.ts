/** Sixth row: what nobody uses, and whether the job that removes it runs. */
import type { Row } from '../lib/finalise.ts';
import { timeSeries } from '../lib/panels.ts';
import { host, range } from '../lib/queries.ts';
import { ruleThresholds } from '../lib/thresholds.ts';
import { units } from '../lib/units.ts';

const silent = 'The Engine has not answered yet';
const off = 'Only with --collector.disk-usage, and once the Engine has answered';

const containers = timeSeries({
  title: 'Containers by state',
  shows: 'Containers by the state that the Engine gives them. The line is for those that have exited.',
  normal: 'about as many exited as a day leaves behind.',
  act: 'remove exited ones by age with a job of your own; not with docker system prune on a host in use.',
  queries: [range(host('dockerhost_containers'), '{{state}}')],
  unit: units.count,
  alerts: ['DockerHostExitedContainersPilingUp'],
  empty: silent,
});

const oldest = timeSeries({
  title: 'Age of the oldest leftover',
  shows: 'How old the oldest container is that has exited, is dead or was never started.',
  normal: 'below the period of the clean-up job; empty where there is none.',
  act: 'the clean-up job does not run, or fails on this container: see its log.',
  queries: [range(`time() - ${host('dockerhost_oldest_leftover_timestamp_seconds')}`, '{{kind}}')],
  unit: units.seconds,
  alerts: ['DockerHostCleanupNotRunning'],
  empty: 'There is none',
});

const images = timeSeries({
  title: 'Images',
  shows: 'Images by whether they have a name.',
  normal: 'a stock of named ones; few dangling.',
  act: 'docker image prune removes dangling ones, and leaves those that a container uses.',
  queries: [range(host('dockerhost_images'), '{{state}}')],
  unit: units.count,
  empty: silent,
});

const dangling = timeSeries({
  title: 'Dangling images',
  shows: 'Images without a name.',
  normal: 'few; a build leaves some each day.',
  act: 'docker image prune removes them, and leaves those that a container uses.',
  queries: [range(host('dockerhost_images', 'state="dangling"'), 'dangling')],
  unit: units.count,
  alerts: ['DockerHostImagesPilingUp'],
  empty: silent,
});

const volumes = timeSeries({
  title: 'Volumes',
  shows: 'Volumes by whether a container uses them. The line is for those that none uses.',
  normal: 'few unused.',
  act: 'look before you remove: an unused volume may hold the only copy of somebody’s data.',
  queries: [range(host('dockerhost_volumes'), '{{state}}')],
  unit: units.count,
  alerts: ['DockerHostVolumesPilingUp'],
  empty: silent,
});

const reclaimable = timeSeries({
  title: 'Space that could be freed',
  shows: 'What a clean-up would free, by kind, against the space that is left on the file system of the data root.',
  normal: 'less could be freed than is left.',
  act: 'begin with the build cache and with images; volumes last.',
  queries: [
    range(host('dockerhost_reclaimable_bytes'), '{{kind}}'),
    range(host('dockerhost_data_root_available_bytes'), 'left on the file system', 'floor'),
  ],
  unit: units.bytes,
  empty: off,
});

const size = host('dockerhost_data_root_size_bytes');

const reclaimableShare = timeSeries({
  title: 'Share that could be freed',
  width: 12,
  shows: 'What a clean-up would free as a share of the file system of the data root.',
  normal: `below ${ruleThresholds.reclaimableShare * 100} %, or with plenty of space left.`,
  act: 'clean up when little is left, too: caches are meant to be full.',
  queries: [range(`sum without (kind) (${host('dockerhost_reclaimable_bytes')}) / (${size} > 0)`, 'could be freed')],
  unit: units.ratio,
  max: 1,
  alerts: ['DockerHostReclaimableSpace'],
  empty: off,
});

const free = timeSeries({
  title: 'Share that is left',
  width: 12,
  shows: 'Space left on the file system of the data root. The alert wants much to free and less than the line left.',
  normal: `above ${ruleThresholds.freeShare * 100} %.`,
  act: 'clean up, or give the data root more space; a full one stops builds, pulls and logs.',
  queries: [range(`${host('dockerhost_data_root_available_bytes')} / (${size} > 0)`, 'left')],
  unit: units.ratio,
  max: 1,
  limits: { info: ruleThresholds.freeShare, below: true },
  alerts: ['DockerHostReclaimableSpace'],
  empty: silent,
});

export const garbage: Row = {
  title: 'Garbage: what nobody uses',
  collapsed: true,
  panels: [containers, oldest, volumes, images, dangling, reclaimable, reclaimableShare, free],
};
