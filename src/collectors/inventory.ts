import { reclaimableKinds } from '../model/engine.ts';
import { absent, okValue, type Reading } from '../model/reading.ts';
import type { Collector, MetricSpec } from '../model/sample.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { byLabel } from './samples.ts';

const cached = 'Cached: fetched every --inventory.interval, because it is dear for the Engine.';
const imageStates = ['tagged', 'dangling'] as const;
const volumeStates = ['used', 'unused'] as const;

const images: MetricSpec = {
  name: 'dockerhost_images',
  type: 'gauge',
  help: `Images by whether they have a name (/images/json). ${cached}`,
  labels: { state: imageStates },
};
const volumes: MetricSpec = {
  name: 'dockerhost_volumes',
  type: 'gauge',
  help: `Volumes by whether a container, running or not, uses them (/volumes). ${cached}`,
  labels: { state: volumeStates },
};
const reclaimable: MetricSpec = {
  name: 'dockerhost_reclaimable_bytes',
  type: 'gauge',
  help: `Space that a clean-up would free (/system/df), only with --collector.disk-usage. ${cached}`,
  labels: { kind: reclaimableKinds },
};

/** Images, volumes and the space they take: what piles up when nobody cleans up. */
export const inventoryCollector: Collector = {
  name: 'inventory',
  summary: 'images and volumes, and with --collector.disk-usage the space to reclaim; on a slow cadence of its own',
  metrics: [images, volumes, reclaimable],
  needs: needsOf,
  collect: ({ engine }) => {
    const inventory = engine?.inventory;
    const image = inventory && okValue(inventory.images);
    const volume = inventory && okValue(inventory.volumes);
    const space = inventory?.reclaimable && okValue(inventory.reclaimable);
    return [
      ...byLabel(images, 'state', imageStates, (state) => image?.[state]),
      ...byLabel(volumes, 'state', volumeStates, (state) => volume?.[state]),
      ...byLabel(reclaimable, 'kind', reclaimableKinds, (kind) => space?.[kind]),
    ];
  },
};

/** While the first inventory is under way it depends on the Engine: what that could not do, this cannot. */
function needsOf({ engine }: Snapshot): readonly Reading<unknown>[] {
  if (engine === undefined) return [];
  const { inventory } = engine;
  if (inventory === undefined) return [engine.containers.kind === 'ok' ? absent('not fetched yet') : engine.containers];
  return [inventory.images, inventory.volumes, ...(inventory.reclaimable ? [inventory.reclaimable] : [])];
}
