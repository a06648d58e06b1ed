/** What one broken file costs. Everything that is not named here stays as it was. */
export interface Cost {
  /** Metrics, or `metric{daemon}`, that are gone. */
  readonly gone: readonly string[];
  /** Metrics that are still there and may say something else. */
  readonly changed?: readonly string[];
  /** Collectors that say that they failed. */
  readonly failed: readonly string[];
}

export const nothing: Cost = { gone: [], failed: [] };

/** What stands on how much of the containers' processes is swapped out. */
export const swap: readonly string[] = ['container_swap_bytes', 'orphaned_swap_bytes'];
/** What stands on who lives in a container. */
export const ofContainers: readonly string[] = [
  'container_processes',
  'container_resident_memory_bytes',
  'container_swap_bytes',
];
/** What stands on the Engine's view and the kernel's together. */
export const reconciled: readonly string[] = [
  'ghost_containers',
  'orphaned_containers',
  'orphaned_processes',
  'orphaned_resident_memory_bytes',
  'orphaned_swap_bytes',
];
/** What stands on all that is mounted and on all that lives: one unseen, and an innocent mount would be accused. */
export const accusedMounts: readonly string[] = ['container_mounts', 'leaked_mounts'];

/** In an order of its own, for comparing. */
export const sorted = ({ gone, changed = [], failed }: Cost): Cost => ({
  gone: [...gone].sort(),
  changed: [...changed].sort(),
  failed: [...failed].sort(),
});

const success = /^collector_success\{"collector":"(.*)"\}$/;
const metricOf = (key: string): string => key.slice(0, key.indexOf('{'));

/** `metric`, or `metric{daemon}` for those of one daemon. */
function nameOf(key: string): string {
  const daemon = /"daemon":"(\w+)"/.exec(key)?.[1];
  return daemon === undefined ? metricOf(key) : `${metricOf(key)}{${daemon}}`;
}

/** What is different between two scrapes, of which the first one was all right. */
export function costBetween(healthy: ReadonlyMap<string, number>, sick: ReadonlyMap<string, number>): Cost {
  const shown = new Set([...sick.keys()].map(nameOf));
  const gone = new Set([...healthy.keys()].map(nameOf).filter((name) => !shown.has(name)));
  const keys = [...new Set([...healthy.keys(), ...sick.keys()])];
  const differing = keys.filter((key) => healthy.get(key) !== sick.get(key) && !success.test(key));
  const changed = new Set(differing.filter((key) => !gone.has(nameOf(key))).map(metricOf));
  const failed = [...sick]
    .filter(([key, value]) => success.test(key) && value === 0)
    .map(([key]) => key.replace(success, '$1'));
  return sorted({ gone: [...gone], changed: [...changed], failed });
}
