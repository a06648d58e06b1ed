/** Fifth row: root file systems of containers that should be gone. What is devicemapper's own is in `devicemapper.ts`. */
import type { Row } from '../lib/finalise.ts';
import { colours } from '../lib/limits.ts';
import { timeSeries } from '../lib/panels.ts';
import { host, range, rows } from '../lib/queries.ts';
import { table } from '../lib/tables.ts';
import { units } from '../lib/units.ts';
import { wordsFor } from '../lib/words.ts';
import { devicemapperPanels } from './devicemapper.ts';

const unseen = 'Mount namespaces are not visible, or no container has had a file system yet';

const lingering = timeSeries({
  title: 'Lingering mounts',
  shows: 'Root file systems of containers that do not run, still mounted on the host: now, and the fewest of an hour.',
  normal: '0; some for a moment while containers end.',
  act: 'unmount those that “Offenders by name” names once nothing uses them; the Engine cannot remove the containers before.',
  queries: [
    range(host('instance:dockerhost_lingering_mounts:sum'), 'now'),
    range(host('instance:dockerhost_lingering_mounts:min1h'), 'fewest in an hour', 'floor'),
  ],
  unit: units.count,
  alerts: ['DockerHostLingeringMounts'],
  empty: unseen,
});

const leaked = timeSeries({
  title: 'Leaked mounts',
  shows:
    'Root file systems of containers that do not run, held in another mount namespace: now, and the fewest of an hour.',
  normal: '0.',
  act: 'restart what holds them: the table says what kind it is, “Offenders by name” which process.',
  queries: [
    range(host('instance:dockerhost_leaked_mounts:sum'), 'now'),
    range(host('instance:dockerhost_leaked_mounts:min1h'), 'fewest in an hour', 'floor'),
  ],
  unit: units.count,
  alerts: ['DockerHostLeakedMounts'],
  empty: unseen,
});

const holders = table({
  title: 'Leaked mounts by holder',
  shows: 'What holds the mount namespaces in which file systems of ended containers are still mounted.',
  normal: 'empty.',
  act: 'restart the service, or the container; “exporter” is this exporter, whose mounts have to be slave or private.',
  queries: [rows(`max by (driver, holder) (${host('dockerhost_leaked_mounts')}) > 0`)],
  columns: [
    {
      field: 'holder',
      title: 'Holder',
      words: wordsFor([
        ['systemd_service', 'a service of systemd', colours.warning],
        ['container', 'a container', colours.warning],
        ['shim', 'a shim', colours.warning],
        ['dockerd', 'dockerd', colours.warning],
        ['containerd', 'containerd', colours.warning],
        ['exporter', 'this exporter', colours.warning],
        ['other', 'another process', colours.warning],
      ]),
    },
    { field: 'driver', title: 'Driver' },
    { field: 'Value', title: 'Mounts', unit: units.count, decimals: 0 },
  ],
  sortBy: 'Mounts',
  alerts: ['DockerHostLeakedMounts'],
  width: 8,
  empty: 'Nothing is leaked',
});

const all = timeSeries({
  title: 'File systems of containers',
  shows: 'Root file systems of containers that are mounted on the host, by storage driver: in use, and lingering.',
  normal: 'one in use for each container that runs.',
  act: 'if it rises while the number of running containers does not, see the lingering ones.',
  queries: [range(host('dockerhost_container_mounts'), '{{driver}}, {{state}}')],
  unit: units.count,
  empty: unseen,
});

const namespaces = timeSeries({
  title: 'Namespaces',
  shows:
    'Mount namespaces besides that of the host, by whether the exporter has looked into them, and network namespaces that Docker keeps.',
  normal: 'about one of each for every container; none skipped.',
  act: 'while some are skipped leaked mounts are not told, because the number would be too low.',
  queries: [
    range(host('dockerhost_mount_namespaces'), 'mount namespaces, {{state}}'),
    range(host('dockerhost_network_namespaces'), 'network namespaces'),
  ],
  unit: units.count,
  empty: unseen,
});

export const mounts: Row = {
  title: 'Mounts and devicemapper: file systems that should be gone',
  collapsed: true,
  panels: [lingering, leaked, holders, all, namespaces, ...devicemapperPanels],
};
