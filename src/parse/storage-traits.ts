import type { StorageTraits } from '../model/engine.ts';

/**
 * Reads the traits out of `DriverStatus` of `GET /info`. Never fails: what is not there is undefined.
 *
 * @example `["Backing Filesystem","extfs"]`, `["Supports d_type","true"]`, `["Data loop file","/var/lib/docker/devicemapper/devicemapper/data"]`
 */
export function storageTraitsOf(driverStatus: ReadonlyMap<string, string>): StorageTraits {
  const filesystem = driverStatus.get('Backing Filesystem');
  return {
    backingFilesystem: filesystem === '' || filesystem === '<unknown>' ? undefined : filesystem,
    supportsDType: booleanOf(driverStatus.get('Supports d_type')),
    loopback: loopbackOf(driverStatus),
  };
}

const booleanOf = (text: string | undefined): boolean | undefined =>
  text === 'true' || text === 'false' ? text === 'true' : undefined;

/**
 * Docker 1.4 and later name the loop files when there are any. Before, `Data file` was the sparse file
 * itself; with a device of one's own it is empty or below `/dev`.
 */
function loopbackOf(driverStatus: ReadonlyMap<string, string>): boolean | undefined {
  if (!driverStatus.has('Pool Name')) return undefined;
  if (driverStatus.get('Data loop file')) return true;
  const dataFile = driverStatus.get('Data file') ?? '';
  return dataFile.startsWith('/dev/loop') || (dataFile.startsWith('/') && !dataFile.startsWith('/dev/'));
}
