/** First row: is something wrong, in words and against the limits. */
import { countOf } from '../fleet/joins.ts';
import { engineOrExporterCode } from '../lib/engine-code.ts';
import type { Row } from '../lib/finalise.ts';
import { lastKnown } from '../lib/last-known.ts';
import { colours } from '../lib/limits.ts';
import { gauge, labelStat, stat } from '../lib/panels.ts';
import { host, now, rows } from '../lib/queries.ts';
import { units } from '../lib/units.ts';
import { engineWords, wordsFor } from '../lib/words.ts';
import { alertsTable } from './alerts-table.ts';
import { offendersTable } from './offenders-table.ts';
import { fdsLeft, poolLeft } from './time-left.ts';

const silent = 'No data: is the exporter scraped?';

const engine = stat({
  title: 'Engine',
  shows: 'How the Engine answered the last scrape, whether dockerd runs, and whether there is an exporter to say so.',
  normal: '“Answers”.',
  act: 'follow the runbook. While the exporter is down everything else here is the past or grey. With an Engine that hangs nothing can be started, stopped or inspected here until it answers again.',
  queries: [now(engineOrExporterCode(host), 'Engine')],
  unit: units.none,
  words: engineWords,
  alerts: ['DockerEngineDown', 'DockerEngineHung', 'DockerHostExporterDown'],
  empty: silent,
});

const residue = stat({
  title: 'Kinds of residue',
  shows:
    'How many kinds of residue are there at once: zombies, unkillable processes, ghosts, orphans, lingering and leaked mounts, descriptors.',
  normal: '“None”. One or two can be cleaned up.',
  act: 'with three or more drain the host, then restart or replace it; the row “Residue” shows which kinds.',
  queries: [now(host('instance:dockerhost_residue_signals:sum'), 'Kinds')],
  unit: units.count,
  words: wordsFor([[0, 'None', colours.fine]]),
  alerts: ['DockerHostNeedsRecycle'],
  empty: 'Not known: are the recording rules loaded?',
});

/** The severities of which there is an alert. */
const serious = host('dockerhost_advisory', 'verdict="exposed"', 'severity=~"critical|high"');

const faults = stat({
  title: 'Serious known faults',
  shows: 'Advisories of severity critical or high to which the versions and settings of this host are exposed.',
  normal: '“None”. Lesser ones are in the row “Versions and advisories” only.',
  act: 'open the row “Versions and advisories”: each has a remedy.',
  queries: [now(countOf(serious, host('dockerhost_advisories')), 'Exposed')],
  unit: units.count,
  words: wordsFor([[0, 'None', colours.fine]]),
  limits: { warning: 1 },
  alerts: ['DockerHostVersionRisk'],
  empty: 'Not known: the collector is off',
});

const fds = gauge({
  title: 'Descriptors of the daemons',
  shows: 'Open file descriptors of dockerd and containerd as a share of what they may open.',
  normal: 'below a third, and flat over days.',
  act: 'find out in the row “dockerd” what they point to, and raise the limit before a restart.',
  queries: [now(host('instance_daemon:dockerhost_daemon_fds:ratio'), '{{daemon}}')],
  unit: units.ratio,
  alerts: ['DockerdFdsNearLimit'],
  empty: 'No limit, or not visible',
});

const threads = gauge({
  title: 'Threads of the host',
  shows: 'Threads of all processes as a share of what the kernel allows.',
  normal: 'below a fifth.',
  act: 'look for zombies and orphans below. At the limit nothing can be started, a login neither.',
  queries: [now(host('instance:dockerhost_threads:ratio'), 'threads')],
  unit: units.ratio,
  alerts: ['DockerHostProcessesNearLimit'],
  empty: 'Not visible',
});

const since = (title: string, metric: string, what: string, act: string) =>
  stat({
    title,
    shows: `Time since ${what}.`,
    normal: 'days or weeks. It tells how long residue has had to gather.',
    act,
    queries: [now(`time() - max(${metric})`, title)],
    unit: units.seconds,
    limits: {},
    empty: 'Not known',
  });

const dockerdUp = since(
  'dockerd up for',
  host('dockerhost_daemon_start_time_seconds', 'daemon="dockerd"'),
  'dockerd was started',
  'if it is minutes and nobody restarted it, see “Restarts of dockerd” and the log of dockerd.',
);

const hostUp = since(
  'Host up for',
  host('dockerhost_boot_time_seconds'),
  'the host was booted',
  'if it is minutes and nobody booted it, look for a panic or an out-of-memory in the log of the boot before.',
);

const named = (title: string, label: string, expr: string, normal: string) =>
  labelStat({
    title,
    label,
    shows: `${title} of this host, as it was told last within six hours.`,
    normal,
    act: 'compare with hosts that are well; the row “Versions and advisories” names what is known of it.',
    queries: [rows(`max by (${label}) (${expr})`)],
    unit: units.none,
    limits: {},
    empty: 'Not known: no answer in six hours',
  });

const version = named(
  'Version of the Engine',
  'version',
  lastKnown(host, 'dockerhost_engine_info'),
  'the one of all hosts.',
);

const driver = named(
  'Storage driver',
  'driver',
  lastKnown(host, 'dockerhost_storage_driver_info'),
  'overlay2, or overlayfs with the image store of containerd.',
);

const kernel = named('Kernel', 'release', lastKnown(host, 'dockerhost_kernel_info'), 'the one of all hosts.');

export const verdict: Row = {
  title: 'Verdict: what is wrong now',
  panels: [
    ...[engine, residue, faults, fds, threads, fdsLeft],
    ...[dockerdUp, hostUp, version, driver, kernel, poolLeft],
    ...[alertsTable, offendersTable],
  ],
};
