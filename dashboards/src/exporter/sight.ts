/** What an exporter may not see, leaves out, or waits for in vain. */
import { hostColumn } from '../fleet/host-column.ts';
import { highest } from '../fleet/joins.ts';
import { timeSeries } from '../lib/panels.ts';
import { range, rows } from '../lib/queries.ts';
import { table } from '../lib/tables.ts';
import { units } from '../lib/units.ts';
import { exporters } from './select.ts';

const noExporter = 'No exporter';

const hidden = () =>
  table({
    title: 'Hidden from the exporter',
    shows: 'Parts of hosts that an exporter may not see, for want of a permission or a mount.',
    normal: 'no rows, or what was chosen: without access to the Engine there are no ghosts and orphans to be told.',
    act: 'docs/privileges.md says what each part takes. No alert can come from there.',
    queries: [rows(`max by (cluster, job, instance, scope) (${exporters('dockerhost_visibility')} == 0)`)],
    columns: [hostColumn(), { field: 'cluster', title: 'Cluster' }, { field: 'scope', title: 'Hidden' }],
    sortBy: 'Host',
    ascending: true,
    alerts: ['DockerHostVisibilityDegraded'],
    empty: 'Nothing is hidden',
    width: 8,
  });

const leftOut = () =>
  timeSeries({
    title: 'Left out',
    shows: 'What an exporter did not look into for want of time or room, on the host with the most of it.',
    normal: '0. Offenders by name are limited on purpose: the rest of a very sick host does not fit.',
    act: 'raise --offenders.max for more names. While namespaces are skipped, leaked mounts are not told.',
    queries: [
      range(`max(${exporters('dockerhost_offenders_dropped')})`, 'offenders by name'),
      range(`max(${exporters('dockerhost_mount_namespaces', 'state="skipped"')})`, 'mount namespaces'),
      range(`max(${exporters('dockerhost_daemon_fds', 'target="unclassified"')})`, 'descriptors by target'),
    ],
    unit: units.count,
    empty: noExporter,
    width: 8,
  });

const stuck = () =>
  timeSeries({
    title: 'Stuck readings, top 10',
    shows: 'Reads of /proc, /sys or a file system that have not returned, and are left out until they do.',
    normal: '0.',
    act: 'the log of the exporter names them: the disk or the server behind them hangs, and more than this with it.',
    queries: [range(highest(10, exporters('dockerhost_exporter_stuck_readings')), '{{instance}}')],
    coarse: true,
    unit: units.count,
    limits: { warning: 1 },
    empty: noExporter,
    width: 8,
  });

export const sight = () => [hidden(), leftOut(), stuck()];
