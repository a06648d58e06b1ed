/** Seventh row: the host itself, as far as it tells of Docker. */
import type { Row } from '../lib/finalise.ts';
import { timeSeries } from '../lib/panels.ts';
import { host, range } from '../lib/queries.ts';
import { units } from '../lib/units.ts';

const off = 'The collector “host” is off: see node_exporter';

const load = timeSeries({
  title: 'Load for each CPU',
  shows:
    'Load average over a minute, for each CPU that is online. The line alone is no alert: DockerHostOverloaded asks for swap in use and for orphans besides.',
  normal: 'below 1; some minutes above it under work.',
  act: 'above the line, with swap in use and with orphans, end the orphans first: nobody needs them.',
  queries: [range(host('instance:dockerhost_load1_per_cpu:ratio'), 'load')],
  unit: units.count,
  alerts: ['DockerHostOverloaded'],
  empty: off,
});

const averages = timeSeries({
  title: 'Load and CPUs',
  shows: 'Load averages, and the CPUs that are online.',
  normal: 'below the number of CPUs.',
  act: 'a load without CPU time is waiting in state D: see “Unkillable processes”.',
  queries: [range(host('dockerhost_load_average'), '{{window}}'), range(host('dockerhost_cpus'), 'CPUs', 'limit')],
  unit: units.count,
  empty: off,
});

const memory = timeSeries({
  title: 'Memory',
  shows: 'Memory that can be had without swapping, and all there is.',
  normal: 'a tenth or more can be had.',
  act: 'see what orphans hold before you look for a container that is too large.',
  queries: [
    range(host('dockerhost_memory_available_bytes'), 'available'),
    range(host('dockerhost_memory_size_bytes'), 'all', 'limit'),
  ],
  unit: units.bytes,
  empty: off,
});

const swap = timeSeries({
  title: 'Swap',
  shows: 'Swap space in use, and all there is.',
  normal: 'about none in use.',
  act: 'with a high load it is what makes the host slow: end orphans, then look for the largest container.',
  queries: [
    range(host('dockerhost_swap_used_bytes'), 'in use'),
    range(host('dockerhost_swap_size_bytes'), 'all', 'limit'),
  ],
  unit: units.bytes,
  width: 12,
  empty: off,
});

const cgroups = timeSeries({
  title: 'Cgroups',
  shows: 'Cgroups that are in use, and those that wait to be freed (cgroup v2 only).',
  normal: 'in use: a few for each container. Waiting: hundreds, which go when memory is short.',
  act: 'if those that wait only rise, the kernel keeps them: see its version.',
  queries: [range(host('dockerhost_cgroups'), '{{state}}')],
  unit: units.count,
  width: 12,
  empty: off,
});

export const hostRow: Row = {
  title: 'Host: load and memory',
  collapsed: true,
  panels: [load, averages, memory, swap, cgroups],
};
