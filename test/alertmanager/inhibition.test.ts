import { beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../e2e/support/wait.ts';
import { type Alertmanager, type SeenAlert, startAlertmanager } from './support/alertmanager.ts';
import { allAlerts, hostAlerts, onHost, type SampleAlert } from './support/alerts.ts';
import type { Labels } from './support/config.ts';
import { bystanders, scenarios } from './support/scenarios.ts';
import { ensureAlertmanager } from './support/tools.ts';
import '../e2e/support/setup.ts';

/** The one without a name stands for installations that give no such label. */
const clusters = ['eu', ''];
const inCluster = (cluster: string): Labels => (cluster === '' ? {} : { cluster });

const byKey = new Map(hostAlerts.map((alert) => [alert.key, alert]));
const alertOf = (key: string): SampleAlert => {
  const alert = byKey.get(key);
  if (alert === undefined) throw new Error(`no alert of a host: ${key}`);
  return alert;
};
const keyOf = ({ labels }: SeenAlert): string =>
  allAlerts.find(({ labels: own }) => Object.entries(own).every(([name, value]) => (labels[name] ?? '') === value))
    ?.key ?? JSON.stringify(labels);

const nameOf = ({ labels }: { readonly labels: Labels }) => `${labels['alertname']} ${labels['severity']}`;

const posted: readonly Labels[] = [
  ...clusters.flatMap((cluster) =>
    scenarios.flatMap(({ host, sources }) =>
      [...bystanders, ...sources].map((key) => onHost(alertOf(key), { instance: host, ...inCluster(cluster) })),
    ),
  ),
  // Another host that happens to have the name of one above.
  ...hostAlerts
    .filter(({ key }) => bystanders.includes(key))
    .map((alert) => onHost(alert, { instance: 'exporter-down', cluster: 'us' })),
  // Of the fleet, and each alert summed up over all hosts as well, as rules of one's own may do.
  ...clusters.flatMap((cluster) => allAlerts.map(({ labels }) => ({ ...labels, ...inCluster(cluster) }))),
];

/** The last to be posted: alerts are taken in one by one, so once this one is muted all others are judged. */
const last = { instance: 'last' };
const lastAlerts = [
  onHost(alertOf('DockerEngineSlow warning'), last),
  onHost(alertOf('DockerEngineHung critical'), last),
];

let seen: readonly SeenAlert[];

beforeAll(async () => {
  ensureAlertmanager();
  const alertmanager: Alertmanager = await startAlertmanager();
  await alertmanager.post(posted);
  await alertmanager.post(lastAlerts);
  const isSlow = ({ labels }: SeenAlert) =>
    labels['instance'] === last.instance && labels['alertname'] === 'DockerEngineSlow';
  const isJudged = (alerts: readonly SeenAlert[]) => alerts.find(isSlow)?.status.state === 'suppressed';
  seen = await eventually('the last alert to be muted', () => alertmanager.alerts(), isJudged);
}, 600_000);

const mutedWhere = (isMeant: (labels: Labels) => boolean): readonly string[] => {
  const meant = seen.filter(({ labels }) => isMeant(labels));
  expect(meant.length).toBeGreaterThan(0);
  return meant
    .filter(({ status }) => status.inhibitedBy.length > 0)
    .map(keyOf)
    .sort();
};

test('every alert has arrived, and every alert of the rules is among them', () => {
  expect(seen).toHaveLength(posted.length + lastAlerts.length);
  const onHosts = new Set(seen.filter(({ labels }) => labels['instance'] !== undefined).map(nameOf));
  expect([...onHosts].sort()).toEqual([...new Set(hostAlerts.map(nameOf))].sort());
});

describe.each(clusters)('in the cluster "%s" exactly what is meant is muted', (cluster) => {
  test.each(scenarios)('$host', ({ host, muted }) => {
    const isHere = (labels: Labels) => labels['instance'] === host && (labels['cluster'] ?? '') === cluster;
    expect(mutedWhere(isHere)).toEqual([...muted].sort());
  });
});

test('a host of the same name in another cluster is untouched', () => {
  expect(mutedWhere(({ cluster }) => cluster === 'us')).toEqual([]);
});

test('what has no instance is untouched', () => {
  expect(mutedWhere(({ instance }) => instance === undefined)).toEqual([]);
});

test('what mutes is on the same host', () => {
  const placeOf = ({ labels }: SeenAlert) => `${labels['instance']} ${labels['cluster'] ?? ''}`;
  const byFingerprint = new Map(seen.map((alert) => [alert.fingerprint, alert]));
  const pairs = seen.flatMap((target) =>
    target.status.inhibitedBy.map((id) => ({ target, source: byFingerprint.get(id) })),
  );
  expect(pairs.length).toBeGreaterThan(0);
  const elsewhere = pairs.filter(({ target, source }) => source === undefined || placeOf(source) !== placeOf(target));
  expect(elsewhere.map(({ target }) => keyOf(target))).toEqual([]);
});
