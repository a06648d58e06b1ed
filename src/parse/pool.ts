import type { DevicemapperPool, PoolSpace } from '../model/engine.ts';
import { ok, type Reading } from '../model/reading.ts';
import { parseHumanBytes } from './bytes.ts';
import { unexpected, wholeNumber } from './text.ts';

/**
 * Parses `DriverStatus` of `GET /info` when the storage driver is devicemapper. Sizes are those that Docker
 * rounds to four digits. Malformed when a size is missing, as it is with every other storage driver.
 *
 * @example `["Data Space Used","246.4MB"]`, `["Metadata Space Total","134.2MB"]`, `["Deferred Deleted Device Count","3"]`
 */
export function parsePool(driverStatus: ReadonlyMap<string, string>): Reading<DevicemapperPool> {
  const data = spaceOf(driverStatus, 'Data');
  if (data.kind !== 'ok') return data;
  const metadata = spaceOf(driverStatus, 'Metadata');
  if (metadata.kind !== 'ok') return metadata;
  const deferred = driverStatus.get('Deferred Deleted Device Count');
  const deferredDeletedDevices = wholeNumber(deferred);
  if (deferred !== undefined && deferredDeletedDevices === undefined) {
    return unexpected('"Deferred Deleted Device Count" in DriverStatus to be a number', deferred);
  }
  return ok({ data: data.value, metadata: metadata.value, deferredDeletedDevices });
}

function spaceOf(driverStatus: ReadonlyMap<string, string>, part: 'Data' | 'Metadata'): Reading<PoolSpace> {
  const used = sizeOf(driverStatus, `${part} Space Used`);
  if (used.kind !== 'ok') return used;
  const size = sizeOf(driverStatus, `${part} Space Total`);
  return size.kind === 'ok' ? ok({ usedBytes: used.value, sizeBytes: size.value }) : size;
}

function sizeOf(driverStatus: ReadonlyMap<string, string>, key: string): Reading<number> {
  const text = driverStatus.get(key);
  if (text === undefined) {
    return unexpected(`"${key}" in DriverStatus`, [...driverStatus.keys()].join(', '));
  }
  const size = parseHumanBytes(text);
  return size.kind === 'ok' ? size : unexpected(`"${key}" in DriverStatus to be a size such as "2.147GB"`, text);
}
