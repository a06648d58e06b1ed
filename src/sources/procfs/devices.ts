import type { DevicemapperDevices } from '../../model/mounts.ts';
import { ok, type Reading } from '../../model/reading.ts';
import { isContainerDevice } from '../../parse/dm-device.ts';
import type { HostFiles } from './host-files.ts';

/**
 * The device-mapper devices of containers and image layers: `/sys/block/dm-N/dm/name`, for instance
 * `docker-254:0-131098-2d0b81e1…`. A host without `/sys/block` has none that could be seen: absent.
 */
export function readDevices(files: HostFiles): Reading<DevicemapperDevices> {
  const blocks = files.list(files.sys('block'));
  if (blocks.kind !== 'ok') return blocks;
  const names: string[] = [];
  const missed: string[] = [];
  for (const block of blocks.value) {
    if (!block.startsWith('dm-')) continue;
    const name = files.readText(files.sys(`block/${block}/dm/name`));
    if (name.kind === 'ok') names.push(name.value.trim());
    else if (name.kind !== 'absent') missed.push(name.detail);
  }
  return ok({ names: names.filter(isContainerDevice) }, missed);
}
