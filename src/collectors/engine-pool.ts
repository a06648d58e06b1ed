import type { DevicemapperPool } from '../model/engine.ts';
import { okValue, type Reading } from '../model/reading.ts';
import type { MetricSpec, Sample } from '../model/sample.ts';
import { byLabel, sample } from './samples.ts';

const spaces = ['data', 'metadata'] as const;

const size: MetricSpec = {
  name: 'dockerhost_devicemapper_pool_size_bytes',
  type: 'gauge',
  help: 'Size of the devicemapper thin pool: "Space Total" in DriverStatus of /info, which the Engine rounds to four digits.',
  labels: { space: spaces },
};
const used: MetricSpec = {
  name: 'dockerhost_devicemapper_pool_used_bytes',
  type: 'gauge',
  help: 'Space used in the devicemapper thin pool: "Space Used" in DriverStatus of /info, which the Engine rounds to four digits.',
  labels: { space: spaces },
};
const deferredDeleted: MetricSpec = {
  name: 'dockerhost_devicemapper_deferred_deleted_devices',
  type: 'gauge',
  help: 'Devices of removed containers that could not be deleted yet because something holds them: "Deferred Deleted Device Count" in DriverStatus of /info.',
};

export const poolMetrics: readonly MetricSpec[] = [size, used, deferredDeleted];

export function poolSamples(reading: Reading<DevicemapperPool> | undefined): readonly Sample[] {
  const pool = reading && okValue(reading);
  if (pool === undefined) return [];
  return [
    ...byLabel(size, 'space', spaces, (space) => pool[space].sizeBytes),
    ...byLabel(used, 'space', spaces, (space) => pool[space].usedBytes),
    ...sample(deferredDeleted, pool.deferredDeletedDevices),
  ];
}
