/**
 * The line of each alert: what a panel that names the alert draws. One entry for every alert of rules/*.yml;
 * `{}` where it goes by a state and not by a number.
 *
 * Use: `alerts: ['DockerdFdsNearLimit']` in a panel draws `limitsOf(...)` of the first alert that has any; set
 * `limits` in the panel where it shows another quantity. `stepsOf` makes Grafana's steps of them.
 */
import { type Threshold, ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';
import { ruleThresholds as r, thresholds as t } from './thresholds.ts';

/** From where on an alert of a severity fires; with `below`, from there downwards. */
export interface Limits {
  readonly info?: number;
  readonly warning?: number;
  readonly critical?: number;
  readonly below?: true;
}

/** The colours of the severities, on lines, in cells and for annotations. */
export const colours = { fine: 'green', info: 'blue', warning: 'orange', critical: 'red', unknown: '#808080' } as const;

export const alertLimits = {
  DockerEngineDown: {},
  DockerEngineHung: {},
  DockerHostFreezing: { critical: t.zombieLeadersWithLiveThreads },
  DockerEngineSlow: { warning: r.engineSlowSeconds },
  DockerdRestarting: { ...r.restarts },
  DockerdCpuSpin: { warning: t.busiestThread },
  DockerdFdsNearLimit: { ...t.daemonFds },
  DockerdFdsExhaustionPredicted: { warning: r.predictedSeconds, below: true },
  DockerHostOverloaded: { critical: t.loadPerCpu },
  DockerHostProcessesNearLimit: { ...t.hostProcesses },
  DockerHostZombies: { warning: t.zombies.warning, critical: t.zombies.critical },
  DockerHostZombiesGrowing: { warning: r.zombiesGained },
  DockerHostNonReapingParent: { info: t.zombiesOfOneParent },
  DockerHostUnkillableProcesses: { warning: t.unkillableProcesses },
  DockerHostGhostContainers: { warning: t.ghostContainers },
  DockerHostOrphanProcesses: { warning: t.orphanedContainers },
  DockerHostExitedContainersPilingUp: { info: t.exitedContainers },
  DockerHostImagesPilingUp: { info: r.danglingImages },
  DockerHostVolumesPilingUp: { info: r.unusedVolumes },
  DockerHostCleanupNotRunning: { info: t.oldestLeftoverSeconds },
  DockerHostLingeringMounts: { warning: t.lingeringMounts },
  DockerHostLeakedMounts: { warning: t.leakedMounts },
  DockerHostDevicemapperThreadsGrowing: { warning: r.devicemapperThreadsGained },
  DockerHostNeedsRecycle: { warning: t.residueKinds },
  DockerHostFleetResidue: { warning: r.fleetResidueShare },
  DockerThinPoolNearFull: { ...t.thinPool },
  DockerThinPoolFillingUp: { warning: r.predictedSeconds, below: true },
  DockerHostReclaimableSpace: { info: r.reclaimableShare },
  DockerHostVersionRisk: {},
  DockerHostDeprecatedStorageDriver: {},
  DockerHostExporterDown: {},
  DockerHostExporterVanished: {},
  DockerHostExporterAbsent: {},
  DockerHostCollectorFailing: {},
  DockerHostCollectorStale: { warning: r.collectorAgeSeconds },
  DockerHostVisibilityDegraded: {},
  DockerHostScrapeSlow: { warning: r.scrapeSeconds },
} as const satisfies Readonly<Record<string, Limits>>;

export type AlertName = keyof typeof alertLimits;

const hasLine = ({ info, warning, critical }: Limits): boolean =>
  [info, warning, critical].some((value) => value !== undefined);

/** The limits of the first of these alerts that has any. */
export const limitsOf = (alerts: readonly AlertName[]): Limits =>
  alerts.map((alert): Limits => alertLimits[alert]).find(hasLine) ?? {};

const severities = ['info', 'warning', 'critical'] as const;

/** Grafana's steps go upwards, each colour from its value on: where less is worse the colours shift by one. */
function steps(limits: Limits): Threshold[] {
  const lines = severities.flatMap((severity) => {
    const value = limits[severity];
    return value === undefined ? [] : [{ value, color: colours[severity] }];
  });
  if (limits.below !== true) return [{ value: null, color: colours.fine }, ...lines];
  const upwards = lines.toReversed();
  const colour = (index: number): string => upwards[index]?.color ?? colours.fine;
  return [{ value: null, color: colour(0) }, ...upwards.map(({ value }, at) => ({ value, color: colour(at + 1) }))];
}

export const stepsOf = (limits: Limits): ThresholdsConfigBuilder =>
  new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps(limits));
