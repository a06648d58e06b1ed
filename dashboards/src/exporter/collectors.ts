/** Which parts of hosts cannot be read, are slow to read, or are old. */
import { hostColumn } from '../fleet/host-column.ts';
import { highest, onHost, worst } from '../fleet/joins.ts';
import { stateTimeline, timeSeries } from '../lib/panels.ts';
import { range, rows } from '../lib/queries.ts';
import { table } from '../lib/tables.ts';
import { units } from '../lib/units.ts';
import { yesNoWords } from '../lib/words.ts';
import { exporters } from './select.ts';

const noExporter = 'No exporter';
const legend = '{{instance}} {{collector}}';
const success = exporters('dockerhost_collector_success');

const overTime = () =>
  stateTimeline({
    title: 'Collectors, the 20 that failed most',
    shows: 'Whether a collector could read everything that it stands on.',
    normal: 'green throughout. A short failure while dockerd restarts is normal.',
    act: 'the log of the exporter says what was denied, malformed or late.',
    queries: [range(worst(20, success, ['collector']), legend)],
    coarse: true,
    unit: units.none,
    words: yesNoWords('Works', 'Fails'),
    alerts: ['DockerHostCollectorFailing'],
    empty: noExporter,
    width: 16,
    height: 10,
  });

const failing = `${success} == 0`;
const lastSuccess = exporters('dockerhost_collector_last_success_timestamp_seconds');

const failingNow = () =>
  table({
    title: 'Collectors failing now',
    shows: 'Which fail, and how long ago they last worked. Without an age they never have since the exporter started.',
    normal: 'no rows.',
    act: 'docs/privileges.md says what each collector needs; its alerts are silent meanwhile.',
    queries: [
      rows(`max by (cluster, job, instance, collector) (${failing})`),
      rows(
        `max by (cluster, job, instance, collector) (time() - ${lastSuccess} and ${onHost('collector')} ${failing})`,
      ),
    ],
    columns: [
      hostColumn(),
      { field: 'cluster', title: 'Cluster' },
      { field: 'collector', title: 'Collector' },
      { field: 'Value #B', title: 'Worked last', unit: units.seconds },
    ],
    sortBy: 'Host',
    ascending: true,
    alerts: ['DockerHostCollectorFailing'],
    empty: 'No collector fails',
    width: 8,
    height: 10,
  });

const durations = () =>
  timeSeries({
    title: 'Time of a collector, top 10',
    shows: 'How long the readings of a collector took in a scrape.',
    normal: 'milliseconds; engine as long as the Engine takes, mounts more with many namespaces.',
    act: 'engine and reconcile wait for the Engine, the others for the kernel: the host is overloaded or hangs.',
    queries: [range(highest(10, exporters('dockerhost_collector_duration_seconds'), ['collector']), legend)],
    coarse: true,
    unit: units.seconds,
    empty: noExporter,
    width: 12,
  });

const ages = () =>
  timeSeries({
    title: 'Age of the data, top 10',
    shows: 'How long ago the data of a collector was read, by the clock of the exporter.',
    normal: 'seconds. inventory rises to --inventory.interval and falls again.',
    act: 'a line that rises on and on is a collector that fails, or data that the Engine does not give anew.',
    queries: [range(highest(10, exporters('dockerhost_collector_age_seconds'), ['collector']), legend)],
    coarse: true,
    unit: units.seconds,
    alerts: ['DockerHostCollectorStale'],
    empty: noExporter,
    width: 12,
  });

export const collectors = () => [overTime(), failingNow(), durations(), ages()];
