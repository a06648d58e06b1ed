/** Eighth row: what is known of the versions and settings of this host. */
import type { Row } from '../lib/finalise.ts';
import { lastKnown } from '../lib/last-known.ts';
import { timeSeries } from '../lib/panels.ts';
import { host, range, rows } from '../lib/queries.ts';
import { table } from '../lib/tables.ts';
import { units } from '../lib/units.ts';
import { advisories } from './advisories.ts';

const off = 'The collector is off';

const verdicts = timeSeries({
  title: 'Advisories by verdict',
  shows: 'How many advisories have each verdict on this host.',
  normal: 'most are clear.',
  act: 'a step after an upgrade says whether it made things better; “unknown” goes when the exporter sees more.',
  queries: [range(host('dockerhost_advisories'), '{{verdict}}')],
  unit: units.count,
  stacked: true,
  empty: off,
});

const endOfLife = host('dockerhost_end_of_life_timestamp_seconds');

const support = table({
  title: 'End of support',
  shows:
    'When regular fixes end for the Engine, containerd, the kernel and the distribution, and the time that is left.',
  normal: 'all in the future.',
  act: 'plan the upgrade before the day; after it nothing is fixed, security neither.',
  queries: [rows(`max by (component) (${endOfLife}) * 1000`), rows(`max by (component) (${endOfLife}) - time()`)],
  columns: [
    { field: 'component', title: 'Component' },
    { field: 'Value #A', title: 'Fixes until', unit: units.date },
    { field: 'Value #B', title: 'Left', unit: units.seconds, limits: { critical: 0, below: true } },
  ],
  sortBy: 'Left',
  ascending: true,
  width: 8,
  empty: 'Not known for these versions',
});

const text = (field: string, title: string) => ({ field, title });

const storage = table({
  title: 'Storage driver in detail',
  shows: 'The storage driver of the Engine and what is below it, as told last within six hours.',
  normal: 'overlay2 or overlayfs on a file system with d_type.',
  act: 'aufs, overlay and devicemapper are gone from newer Engines: move to overlay2. Never use devicemapper on loop devices.',
  queries: [
    rows(
      `max by (driver, backing_filesystem, supports_d_type, loopback) (${lastKnown(host, 'dockerhost_storage_driver_info')})`,
    ),
  ],
  columns: [
    text('driver', 'Driver'),
    text('backing_filesystem', 'On'),
    text('supports_d_type', 'd_type'),
    text('loopback', 'Loop devices'),
  ],
  alerts: ['DockerHostDeprecatedStorageDriver'],
  width: 8,
  height: 5,
  empty: 'Not known: the Engine has not answered in six hours',
});

const engineLabels = [
  'version',
  'api_version',
  'containerd_version',
  'runc_version',
  'cgroup_driver',
  'cgroup_version',
  'live_restore',
];

const engine = table({
  title: 'Engine in detail',
  shows: 'Versions and settings of the Engine, as told last within six hours.',
  normal: 'the same on all hosts. Live restore keeps containers alive while dockerd restarts.',
  act: 'the dashboard of the fleet shows which hosts differ.',
  queries: [rows(`max by (${engineLabels.join(', ')}) (${lastKnown(host, 'dockerhost_engine_info')})`)],
  columns: [
    text('version', 'Engine'),
    text('api_version', 'API'),
    text('containerd_version', 'containerd'),
    text('runc_version', 'runc'),
    text('cgroup_driver', 'cgroup driver'),
    text('cgroup_version', 'cgroup'),
    text('live_restore', 'Live restore'),
  ],
  width: 16,
  height: 5,
  empty: 'Not known: the Engine has not answered in six hours',
});

const kernel = table({
  title: 'Kernel in detail',
  shows: 'Kernel and distribution of the host.',
  normal: 'the same on all hosts, booted into the newest installed.',
  act: 'the dashboard of the fleet shows which hosts differ.',
  queries: [rows(`max by (release, version, distribution) (${host('dockerhost_kernel_info')})`)],
  columns: [text('release', 'Release'), text('version', 'Version'), text('distribution', 'Distribution')],
  width: 16,
  height: 5,
  empty: off,
});

const aufs = table({
  title: 'AUFS',
  shows: 'Version of AUFS, if the module is loaded.',
  normal: 'empty.',
  act: 'the advisories say which versions freeze; move to overlay2.',
  queries: [rows(`max by (version) (${host('dockerhost_aufs_info')})`)],
  columns: [text('version', 'Version')],
  width: 8,
  height: 5,
  empty: 'AUFS is not loaded',
});

export const versions: Row = {
  title: 'Versions and advisories: what is known of them',
  collapsed: true,
  panels: [advisories, verdicts, support, engine, storage, kernel, aufs],
};
