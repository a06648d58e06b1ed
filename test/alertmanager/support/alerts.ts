import { join } from 'node:path';
import { loadRules } from '../../../scripts/docs/rule-files.ts';
import { type Labels, root } from './config.ts';

export const rules = loadRules(join(root, 'rules'));

const tagged = (label: string, ...values: readonly string[]) =>
  Object.fromEntries(values.map((value) => [value, { [label]: value }]));

const daemons = tagged('daemon', 'dockerd', 'containerd');
const spaces = tagged('space', 'data', 'metadata');
const collectors = tagged('collector', 'engine', 'inventory', 'reconcile', 'mounts');

/** Labels that the expression of an alert leaves on it beside those of the target: for each series a short name. */
export const ownLabels: Readonly<Record<string, Readonly<Record<string, Labels>>>> = {
  DockerEngineSlow: { list: { probe: 'list' } },
  DockerdRestarting: { dockerd: { daemon: 'dockerd' } },
  DockerdCpuSpin: daemons,
  DockerdFdsNearLimit: daemons,
  DockerdFdsExhaustionPredicted: daemons,
  DockerThinPoolNearFull: spaces,
  DockerThinPoolFillingUp: spaces,
  DockerHostCollectorFailing: collectors,
  DockerHostCollectorStale: collectors,
  DockerHostVisibilityDegraded: { fds: { scope: 'daemon_fds' } },
  DockerHostNonReapingParent: {
    cron: { kind: 'zombie_parent', container: 'c0ffee', name: 'web', process: 'cron' },
    java: { kind: 'zombie_parent', container: '', name: '', process: 'java' },
  },
  DockerHostExitedContainersPilingUp: { exited: { state: 'exited' } },
  DockerHostImagesPilingUp: { dangling: { state: 'dangling' } },
  DockerHostVolumesPilingUp: { unused: { state: 'unused' } },
  DockerHostVersionRisk: { xino: { advisory: 'aufs-xino-write', verdict: 'exposed' } },
  DockerHostDeprecatedStorageDriver: { aufs: { driver: 'aufs', backing_filesystem: 'extfs', loopback: 'false' } },
};

/** Alerts of the fleet: no single host is meant, so they have no instance. */
const fleetNames = ['DockerHostFleetResidue', 'DockerHostExporterAbsent', 'Watchdog'];

/** An alert as Prometheus sends it, without the labels of its target. */
export interface SampleAlert {
  /** Name, severity, and which series if there are several, e.g. `DockerdFdsNearLimit critical dockerd`. */
  readonly key: string;
  readonly labels: Labels & { readonly alertname: string; readonly severity: string };
}

function samplesOf(alert: string, severity: string): readonly SampleAlert[] {
  const series = Object.entries(ownLabels[alert] ?? { '': {} });
  return series.map(([tag, own]) => ({
    key: [alert, severity, ...(series.length > 1 ? [tag] : [])].join(' '),
    labels: { ...own, alertname: alert, severity, component: 'docker-host' },
  }));
}

/** Every alert of the rules, in each severity and for each series. */
export const allAlerts = rules.alerts.flatMap(({ alert, severity }) => samplesOf(alert, severity));

const isOfFleet = ({ labels }: SampleAlert) => fleetNames.includes(labels.alertname);
export const hostAlerts = allAlerts.filter((alert) => !isOfFleet(alert));
export const fleetAlerts = allAlerts.filter(isOfFleet);

/** The labels of an alert on a host. */
export const onHost = (alert: SampleAlert, target: Labels): Labels => ({
  ...alert.labels,
  job: 'docker-host',
  ...target,
});
