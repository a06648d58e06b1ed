/**
 * The numbers that alerts go by. `thresholds` are those that `check` and the rules share; `ruleThresholds`
 * are known to the rules alone, and a test compares each with the number in rules/*.yml.
 *
 * Use: a panel that belongs to an alert names it in `alerts` and gets its line from `limits.ts`; take a number
 * from here only where a panel draws one of an alert's other conditions.
 */
export { thresholds } from '../../../src/diagnosis/thresholds.ts';

export const ruleThresholds = {
  /** Seconds for a list of one container, from which on the Engine is slow. */
  engineSlowSeconds: 1,
  /** Restarts of dockerd: of an hour for a ticket, of 20 minutes for a page. Halves, because increase() extrapolates. */
  restarts: { warning: 2.5, critical: 4.5 },
  /** Seconds ahead for which descriptors and thin pools are predicted, and what has to be in use for it to count. */
  predictedSeconds: 24 * 3600,
  predictedFromFds: 0.4,
  predictedFromPool: 0.6,
  /** Zombies that came within six hours and stayed. */
  zombiesGained: 20,
  /** Kernel threads of device-mapper gained within a day, and for each device. */
  devicemapperThreadsGained: 50,
  devicemapperThreadsPerDevice: 4,
  danglingImages: 100,
  unusedVolumes: 100,
  /** Shares of the file system of the data root: what could be freed, and what is free. */
  reclaimableShare: 0.2,
  freeShare: 0.3,
  /** Share of the hosts with residue, and how many hosts make a fleet. */
  fleetResidueShare: 0.2,
  fleetHosts: 5,
  collectorAgeSeconds: 3600,
  scrapeSeconds: 5,
} as const;
