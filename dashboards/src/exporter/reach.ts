/** Whether every host is scraped, and how that goes. */
import { highest, worst } from '../fleet/joins.ts';
import { stateTimeline, timeSeries } from '../lib/panels.ts';
import { range, rows } from '../lib/queries.ts';
import { table } from '../lib/tables.ts';
import { units } from '../lib/units.ts';
import { yesNoWords } from '../lib/words.ts';
import { exporters, lost } from './select.ts';

const noExporter = 'No exporter';

const up = () =>
  stateTimeline({
    title: 'Up, the 20 that were down for longest',
    shows: 'Whether Prometheus could scrape an exporter.',
    normal: 'green throughout. A gap is a time in which it was no target.',
    act: 'look whether the exporter runs, then whether its port can be reached from Prometheus.',
    queries: [range(worst(20, exporters('up')), '{{instance}}')],
    coarse: true,
    unit: units.none,
    words: yesNoWords('Up', 'Down'),
    alerts: ['DockerHostExporterDown'],
    empty: noExporter,
    width: 16,
  });

const lostTargets = () =>
  table({
    title: 'Targets that were lost',
    shows: 'Targets that were scraped an hour ago, and that service discovery has lost since.',
    normal: 'no rows, but for hosts that were taken out of service.',
    act: 'look at service discovery: a host that is no target raises no alert.',
    queries: [rows(lost)],
    columns: [
      { field: 'instance', title: 'Host' },
      { field: 'cluster', title: 'Cluster' },
      { field: 'job', title: 'Job' },
    ],
    sortBy: 'Host',
    ascending: true,
    alerts: ['DockerHostExporterVanished'],
    empty: 'No target was lost',
    width: 8,
  });

const duration = () =>
  timeSeries({
    title: 'Time of a scrape, top 10',
    shows: 'How long Prometheus waits for an exporter.',
    normal: 'well under a second. With an Engine that hangs it is as long as --docker.timeout.',
    act: 'the graph of collectors says which part takes the time.',
    queries: [range(highest(10, exporters('scrape_duration_seconds')), '{{instance}}')],
    coarse: true,
    unit: units.seconds,
    alerts: ['DockerHostScrapeSlow'],
    empty: noExporter,
    width: 12,
  });

const samples = () =>
  timeSeries({
    title: 'Samples of a scrape, top 10',
    shows: 'How many samples an exporter gives, its own of process and Node.js among them.',
    normal: 'under 500, sick hosts included; it does not grow with the number of containers.',
    act: 'compare /metrics of two hosts; sample_limit of Prometheus refuses a scrape that has more.',
    queries: [range(highest(10, exporters('scrape_samples_scraped')), '{{instance}}')],
    coarse: true,
    unit: units.count,
    empty: noExporter,
    width: 12,
  });

export const reach = () => [up(), lostTargets(), duration(), samples()];
