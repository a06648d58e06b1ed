import type { DevicemapperPool, EngineInfo } from '../model/engine.ts';
import { absent, andThen, ok, type Reading } from '../model/reading.ts';
import { arrayAt, booleanAt, type JsonObject, numberAt, parseObject, stringAt } from './engine-json.ts';
import { parsePool } from './pool.ts';
import { storageTraitsOf } from './storage-traits.ts';

/**
 * Parses the answer to `GET /info` (Engine API, SystemInfo). What an old Engine does not send is undefined:
 * `ServerVersion` came with 1.9, `LiveRestoreEnabled` with 1.12, `CgroupVersion` with 20.10.
 *
 * @example `{"Driver":"devicemapper","DriverStatus":[["Data Space Used","246.4MB"]],"NGoroutines":56,…}`
 */
export function parseEngineInfo(body: string): Reading<EngineInfo> {
  return andThen(parseObject(body), (info) => {
    const driverStatus = driverStatusOf(info);
    const driver = stringAt(info, 'Driver');
    return ok({
      serverVersion: stringAt(info, 'ServerVersion'),
      driver,
      driverStatus,
      storage: storageTraitsOf(driverStatus),
      pool: poolOf(driver, driverStatus),
      cgroupDriver: stringAt(info, 'CgroupDriver'),
      cgroupVersion: stringAt(info, 'CgroupVersion'),
      swapLimit: truthAt(info, 'SwapLimit'),
      liveRestore: booleanAt(info, 'LiveRestoreEnabled'),
      goroutines: numberAt(info, 'NGoroutines'),
      dataRoot: stringAt(info, 'DockerRootDir'),
      operatingSystem: stringAt(info, 'OperatingSystem'),
    });
  });
}

function poolOf(driver: string | undefined, driverStatus: ReadonlyMap<string, string>): Reading<DevicemapperPool> {
  return driver === 'devicemapper' ? parsePool(driverStatus) : absent('no thin pool with this storage driver');
}

/** A truth value; the oldest Engines write 1 and 0. */
function truthAt(info: JsonObject, key: string): boolean | undefined {
  const number = numberAt(info, key);
  return number === 0 || number === 1 ? number === 1 : booleanAt(info, key);
}

/** A list of pairs, each of two texts; anything else in the list is left out. */
function driverStatusOf(info: JsonObject): ReadonlyMap<string, string> {
  const status = new Map<string, string>();
  for (const pair of arrayAt(info, 'DriverStatus') ?? []) {
    if (!Array.isArray(pair)) continue;
    const [key, value] = pair as unknown[];
    if (typeof key === 'string' && typeof value === 'string') status.set(key, value);
  }
  return status;
}
