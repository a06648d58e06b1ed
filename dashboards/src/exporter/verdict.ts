/** The first row: whether there is any reason for doubt, in words. */
import { evaluatedRules } from '../fleet/firing.ts';
import { countOf } from '../fleet/joins.ts';
import { reporting, silent } from '../fleet/reporting.ts';
import { colours } from '../lib/limits.ts';
import { stat } from '../lib/panels.ts';
import { now } from '../lib/queries.ts';
import { units } from '../lib/units.ts';
import { wordsFor } from '../lib/words.ts';
import { exporters, lost } from './select.ts';

const targets = exporters('up');

const none = wordsFor([[0, 'None', colours.fine]]);
const noExporter = 'No exporter';

const vanished = () =>
  stat({
    title: 'Lost targets',
    shows: 'Targets that Prometheus had an hour ago and has no longer.',
    normal: 'none, but for hosts that were taken out of service.',
    act: 'the table below names them; look at service discovery if a host should be there.',
    queries: [now(countOf(lost, targets), 'Lost')],
    unit: units.count,
    alerts: ['DockerHostExporterVanished'],
    limits: { warning: 1 },
    words: none,
    empty: noExporter,
    width: 3,
  });

const failing = () =>
  stat({
    title: 'Collectors failing',
    shows: 'Parts of hosts that an exporter could not read in its last scrape.',
    normal: 'none. While one fails, the alerts that stand on it are silent.',
    act: 'the table below names them, and the log of the exporter says what was denied, malformed or late.',
    queries: [now(`sum(${exporters('dockerhost_collector_success')} == bool 0)`, 'Failing')],
    unit: units.count,
    alerts: ['DockerHostCollectorFailing'],
    limits: { warning: 1 },
    words: none,
    empty: noExporter,
    width: 3,
  });

const hidden = () =>
  stat({
    title: 'Hidden parts',
    shows: 'Parts of hosts that an exporter may not see, for want of a permission or a mount.',
    normal: 'none. Less is fine where it was chosen, as without access to the Engine.',
    act: 'docs/privileges.md says what each part takes.',
    queries: [now(`sum(${exporters('dockerhost_visibility')} == bool 0)`, 'Hidden')],
    unit: units.count,
    alerts: ['DockerHostVisibilityDegraded'],
    limits: { info: 1 },
    words: none,
    empty: noExporter,
    width: 3,
  });

const oldest = () =>
  stat({
    title: 'Oldest data',
    shows: 'The age of the oldest data that any collector shows.',
    normal: 'seconds, and minutes for the inventory, which is fetched on a slow cadence of its own.',
    act: 'the graph of ages below names the collector; data of a collector that fails gets older, too.',
    queries: [now(`max(${exporters('dockerhost_collector_age_seconds')})`, 'Age')],
    unit: units.seconds,
    alerts: ['DockerHostCollectorStale'],
    empty: noExporter,
    width: 3,
  });

const slowest = () =>
  stat({
    title: 'Slowest scrape',
    shows: 'The longest of the last scrapes.',
    normal: 'well under a second, and as long as --docker.timeout where an Engine hangs.',
    act: 'the graph of collectors below says which part is slow.',
    queries: [now(`max(${exporters('scrape_duration_seconds')})`, 'Scrape')],
    unit: units.seconds,
    decimals: 2,
    alerts: ['DockerHostScrapeSlow'],
    empty: noExporter,
    width: 3,
  });

const rules = () =>
  stat({
    title: 'Rules',
    shows: 'Whether Prometheus evaluates the recording rules that dashboards and alerts stand on.',
    normal: 'evaluated.',
    act: 'load rules/docker-host.rules.yml; docs/prometheus.md says how. Without it no alert can fire.',
    queries: [now(`count(${evaluatedRules}) > bool 0`, 'Rules')],
    unit: units.none,
    words: wordsFor([[1, 'Evaluated', colours.fine]]),
    limits: {},
    empty: 'Not loaded',
    width: 3,
  });

export const verdict = () => [
  reporting(exporters, { title: 'Exporters reporting', width: 3 }),
  silent(exporters, { title: 'Exporters down', width: 3 }),
  vanished(),
  failing(),
  hidden(),
  oldest(),
  slowest(),
  rules(),
];
