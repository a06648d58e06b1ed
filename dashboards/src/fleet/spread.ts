/** What is wrong, and on how many hosts: whether the cause is one host or something that they share. */
import { timeSeries } from '../lib/panels.ts';
import { clusters, fleet, range, rows } from '../lib/queries.ts';
import { outward, runbookUrlOf } from '../lib/runbooks.ts';
import { table } from '../lib/tables.ts';
import { ruleThresholds, thresholds } from '../lib/thresholds.ts';
import { units } from '../lib/units.ts';
import { alertSeverityWords } from '../lib/words.ts';
import { firing } from './firing.ts';
import { highest } from './joins.ts';
import { statusHistory } from './status-history.ts';

const residueByKind = () =>
  timeSeries({
    title: 'Hosts by kind of residue',
    shows: 'On how many hosts each kind of residue is. It is recorded for each cluster, whatever the job.',
    normal: 'all lines at 0, or a few hosts that are to be recycled.',
    act: 'one kind on many hosts has one cause: an image that does not reap, a version, a clean-up job.',
    queries: [range(`sum by (signal) (${clusters('cluster_signal:dockerhost_residue:sum')})`, '{{signal}}')],
    unit: units.count,
    decimals: 0,
    empty: 'Rules not loaded',
  });

/** The name of the cluster, or words in its place: `cluster` may be missing. */
const named = (expr: string): string =>
  `label_replace(label_replace(${expr}, "hosts", "all hosts", "", ""), "hosts", "$1", "cluster", "(.+)")`;

const hosts = clusters('cluster:dockerhost_hosts:count');
const withResidue = clusters('cluster:dockerhost_hosts_with_residue:count');

const share = () =>
  timeSeries({
    title: 'Share of hosts with residue',
    shows: 'Hosts with any residue, as a share of all of their cluster.',
    normal: `under the line, which counts in clusters of ${ruleThresholds.fleetHosts} hosts or more.`,
    act: 'look in the inventory below for what the hosts have in common, before recycling them one by one.',
    queries: [range(named(`(${withResidue} or 0 * ${hosts}) / ${hosts}`), '{{hosts}}')],
    unit: units.ratio,
    max: 1,
    alerts: ['DockerHostFleetResidue'],
    empty: 'Rules not loaded',
  });

const alerts = () =>
  table({
    title: 'Pages and tickets firing',
    shows: 'Pages and tickets that fire, and how many of each. Digests are not in it.',
    normal: 'no pages, and few tickets.',
    act: 'click the name of an alert for its runbook.',
    queries: [rows(`count by (alertname, severity) (${firing('critical', 'warning')})`)],
    columns: [
      { field: 'alertname', title: 'Alert', link: outward('Runbook', runbookUrlOf('alertname')) },
      { field: 'severity', title: 'Goes to', words: alertSeverityWords, width: 90 },
      { field: 'Value', title: 'Firing', unit: units.count, width: 80 },
    ],
    sortBy: 'Goes to',
    ascending: true,
    empty: 'No page or ticket fires',
    width: 8,
  });

const signals = fleet('instance:dockerhost_residue_signals:sum');

const byHost = () =>
  statusHistory({
    title: 'Kinds of residue by host',
    shows: 'How many kinds of residue each host has had, for the 20 hosts that had the most.',
    normal: `green. From ${thresholds.residueKinds} kinds on, for six hours, a host is to be recycled.`,
    act: 'a row that has turned and stays is one host; a column that turns at once is a roll-out or a job.',
    queries: [range(highest(20, signals), '{{instance}}')],
    coarse: true,
    unit: units.count,
    alerts: ['DockerHostNeedsRecycle'],
    limits: { info: 1, warning: thresholds.residueKinds },
    empty: 'Rules not loaded',
    cells: 100,
  });

export const spread = () => [residueByKind(), share(), alerts(), byHost()];
