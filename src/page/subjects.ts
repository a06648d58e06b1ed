import type { AlertName } from '../diagnosis/report/alerts.ts';

/** What has a tile at a glance, in its order. */
export const subjects = [
  'engine',
  'descriptors',
  'thread',
  'load',
  'pool',
  'zombies',
  'unkillable',
  'ghosts',
  'orphans',
  'lingering',
  'leaked',
] as const;
export type Subject = (typeof subjects)[number];

/**
 * Where each alert shows at the top of the page, so that none leaves all of it green: on a tile, by its name in the
 * banner, or, where it is never more than worth knowing, among the notes that the banner counts.
 */
export const placeOf: Readonly<Record<AlertName, Subject | 'banner' | 'notes'>> = {
  DockerHostFreezing: 'unkillable',
  DockerEngineDown: 'engine',
  DockerEngineHung: 'engine',
  DockerHostOverloaded: 'load',
  DockerHostProcessesNearLimit: 'load',
  DockerdFdsNearLimit: 'descriptors',
  DockerThinPoolNearFull: 'pool',
  DockerHostZombies: 'zombies',
  DockerHostNeedsRecycle: 'banner',
  DockerHostUnkillableProcesses: 'unkillable',
  DockerHostGhostContainers: 'ghosts',
  DockerHostOrphanProcesses: 'orphans',
  DockerHostLeakedMounts: 'leaked',
  DockerHostLingeringMounts: 'lingering',
  DockerdCpuSpin: 'thread',
  DockerHostVersionRisk: 'banner',
  DockerHostNonReapingParent: 'zombies',
  DockerHostExitedContainersPilingUp: 'notes',
  DockerHostCleanupNotRunning: 'notes',
  DockerHostDeprecatedStorageDriver: 'notes',
};

/** The place of the alert of a finding. */
export const placeOfFinding = ({ alert }: { readonly alert: string }): Subject | 'banner' | 'notes' =>
  Object.hasOwn(placeOf, alert) ? placeOf[alert as AlertName] : 'banner';
