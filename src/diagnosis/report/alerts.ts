/**
 * Every alert that a report may speak of: the name of the finding, of the alerting rule and of the page in
 * docs/runbooks. In the order in which findings of the same severity are told.
 */
export const alertNames = [
  'DockerHostFreezing',
  'DockerEngineDown',
  'DockerEngineHung',
  'DockerHostOverloaded',
  'DockerHostProcessesNearLimit',
  'DockerdFdsNearLimit',
  'DockerThinPoolNearFull',
  'DockerHostZombies',
  'DockerHostNeedsRecycle',
  'DockerHostUnkillableProcesses',
  'DockerHostGhostContainers',
  'DockerHostOrphanProcesses',
  'DockerHostLeakedMounts',
  'DockerHostLingeringMounts',
  'DockerdCpuSpin',
  'DockerHostVersionRisk',
  'DockerHostNonReapingParent',
  'DockerHostExitedContainersPilingUp',
  'DockerHostCleanupNotRunning',
  'DockerHostDeprecatedStorageDriver',
] as const;
export type AlertName = (typeof alertNames)[number];
