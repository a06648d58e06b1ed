/** Last row: may the rest of the dashboard be believed. */
import type { Row } from '../lib/finalise.ts';
import { stateTimeline, timeSeries } from '../lib/panels.ts';
import { host, range, rows } from '../lib/queries.ts';
import { table } from '../lib/tables.ts';
import { units } from '../lib/units.ts';
import { yesNoWords } from '../lib/words.ts';

const silent = 'The exporter is not scraped';

const up = stateTimeline({
  title: 'Scrapes',
  shows: 'Whether Prometheus could scrape the exporter.',
  normal: 'green throughout.',
  act: 'without scrapes this dashboard shows the past: start the exporter, or look at the network.',
  queries: [range(host('up'), 'scraped')],
  unit: units.none,
  words: yesNoWords('Scraped', 'Failed'),
  alerts: ['DockerHostExporterDown', 'DockerHostExporterVanished'],
  empty: 'This host is not a target',
});

const success = stateTimeline({
  title: 'Collectors',
  shows: 'Whether each collector could read everything it stands on.',
  normal: 'green throughout.',
  act: 'what a failing collector shows is missing, and its alerts are silent: the log of the exporter says what it could not read.',
  queries: [range(host('dockerhost_collector_success'), '{{collector}}')],
  unit: units.none,
  words: yesNoWords('Reads all', 'Fails'),
  alerts: ['DockerHostCollectorFailing'],
  width: 16,
  empty: silent,
});

const visibility = table({
  title: 'What the exporter may see',
  shows: 'Parts of the host, and whether the exporter may look at them.',
  normal: 'all visible.',
  act: 'docs/privileges.md says what each needs. Zeros elsewhere may be reassuring and wrong until then.',
  queries: [rows(`max by (scope) (${host('dockerhost_visibility')})`)],
  columns: [
    { field: 'scope', title: 'Part of the host' },
    { field: 'Value', title: 'Visible', words: yesNoWords('Visible', 'Hidden') },
  ],
  alerts: ['DockerHostVisibilityDegraded'],
  width: 8,
  empty: silent,
});

const age = timeSeries({
  title: 'Age of the data',
  shows: 'Time since each collector last succeeded, by the exporter’s own clock.',
  normal: 'below a scrape interval; the inventory up to its own.',
  act: 'a collector that hangs shows old data: look for a read of the host that does not return.',
  queries: [range(host('dockerhost_collector_age_seconds'), '{{collector}}')],
  unit: units.seconds,
  alerts: ['DockerHostCollectorStale'],
  empty: silent,
});

const duration = timeSeries({
  title: 'Duration of collectors',
  shows: 'Time that the readings of each collector took in the last scrape.',
  normal: 'some tenths of a second at the most.',
  act: 'the slow one says where the host is slow: /proc, mounts or the Engine.',
  queries: [range(host('dockerhost_collector_duration_seconds'), '{{collector}}')],
  unit: units.seconds,
  empty: silent,
});

const scrape = timeSeries({
  title: 'Duration of a scrape',
  shows: 'Time that a scrape took, as Prometheus saw it.',
  normal: 'below a second.',
  act: 'at the time limit of Prometheus nothing is known about this host: see which collector takes long.',
  queries: [range(host('scrape_duration_seconds'), 'scrape')],
  unit: units.seconds,
  alerts: ['DockerHostScrapeSlow'],
  empty: 'This host is not a target',
});

const samples = timeSeries({
  title: 'Samples of a scrape',
  shows: 'Samples that a scrape brought.',
  normal: 'below 300 on a healthy host, below 400 on a sick one, and some fifty of the exporter’s own.',
  act: 'a step down is a collector that fails; a step up tells of offenders.',
  queries: [range(host('scrape_samples_scraped'), 'samples')],
  unit: units.count,
  empty: 'This host is not a target',
});

const strain = timeSeries({
  title: 'Reads that hang, and offenders not shown',
  shows:
    'Reads of /proc, /sys or a file system that have not returned, and offenders that did not fit into --offenders.max.',
  normal: '0.',
  act: 'a read that hangs is a sick disk or a stuck process: the log names it. Raise --offenders.max if names are missing.',
  queries: [
    range(host('dockerhost_exporter_stuck_readings'), 'reads that hang'),
    range(host('dockerhost_offenders_dropped'), 'offenders not shown'),
  ],
  unit: units.count,
  empty: silent,
});

export const trust: Row = {
  title: 'Can I trust this: what the exporter sees',
  collapsed: true,
  panels: [up, success, visibility, age, duration, scrape, samples, strain],
};
