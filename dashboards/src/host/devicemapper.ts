/** What only a host with the storage driver devicemapper has: devices, kernel threads and thin pool. */
import { timeSeries } from '../lib/panels.ts';
import { host, range } from '../lib/queries.ts';
import { ruleThresholds } from '../lib/thresholds.ts';
import { units } from '../lib/units.ts';
import { poolLeftGraph } from './time-left.ts';

const absent = 'This host does not use devicemapper';

const kernelThreads = host('instance:dockerhost_devicemapper_kernel_threads:sum');

const devices = timeSeries({
  title: 'Devices and kernel threads of device-mapper',
  shows:
    'Devices of containers and images, by whether they are mounted; kernel threads of device-mapper and of its file systems, by name.',
  normal:
    'a mounted device for each container that runs. Without devicemapper: no device, and a few threads of other disks.',
  act: 'devices that are not mounted and have no container are left over; threads that stay after their device are freed by a restart only.',
  queries: [
    range(host('dockerhost_devicemapper_devices'), 'devices, {{state}}'),
    range(host('dockerhost_devicemapper_kernel_threads'), 'threads, {{thread}}'),
  ],
  unit: units.count,
  empty: absent,
});

const gained = timeSeries({
  title: 'Kernel threads gained in a day',
  shows: 'How many more kernel threads of device-mapper there are than a day ago.',
  normal: 'about 0. Below zero after a restart.',
  act: `above the line, and with more than ${ruleThresholds.devicemapperThreadsPerDevice} threads for each device, plan a restart of the host.`,
  queries: [range(`${kernelThreads} - ${kernelThreads} offset 1d`, 'gained')],
  unit: units.count,
  signed: true,
  alerts: ['DockerHostDevicemapperThreadsGrowing'],
  empty: 'Less than a day is known',
});

const pool = timeSeries({
  title: 'Thin pool in use',
  shows: 'Share of the data and of the metadata space of the thin pool that is in use.',
  normal: 'below two thirds, both of them.',
  act: 'remove images and containers, or extend the pool. From 90 % on the Engine creates no container and pulls no image.',
  queries: [range(host('instance_space:dockerhost_devicemapper_pool_used:ratio'), '{{space}}')],
  unit: units.ratio,
  max: 1,
  alerts: ['DockerThinPoolNearFull'],
  empty: absent,
});

const deferred = timeSeries({
  title: 'Devices waiting to be deleted',
  shows: 'Devices of removed containers that could not be deleted yet because something holds them.',
  normal: '0, or a few for a moment.',
  act: 'if it rises, look for leaked mounts: what holds the mount holds the device.',
  queries: [range(host('dockerhost_devicemapper_deferred_deleted_devices'), 'waiting')],
  unit: units.count,
  width: 24,
  height: 6,
  empty: 'No devicemapper, or without deferred deletion',
});

export const devicemapperPanels = [devices, gained, pool, poolLeftGraph, deferred];
