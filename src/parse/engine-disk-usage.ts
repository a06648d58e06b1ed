import type { ReclaimableKind } from '../model/engine.ts';
import { andThen, ok, type Reading } from '../model/reading.ts';
import { type JsonObject, numberAt, objectAt, objectsAt, parseObject, stringAt } from './engine-json.ts';
import { unexpected } from './text.ts';

/** States in which a container's writable layer is in use. */
const activeStates = new Set(['running', 'paused', 'restarting']);

/**
 * Parses the answer to `GET /system/df` (Engine API, SystemDataUsage) into what `docker system df` shows as
 * RECLAIMABLE, in bytes. Since API 1.52 the Engine does the sum itself (`ImageUsage.Reclaimable`, left out
 * when 0); before, the client does, from the lists, and so does this:
 *
 * - images: all layers, less what belongs to the images in use alone (`Size` − `SharedSize`);
 * - containers: `SizeRw` of those that are not running, paused or restarting;
 * - volumes: `Size` of those with `RefCount` 0; −1 is not known and not counted;
 * - build cache: `Size` of the records neither in use nor shared.
 *
 * @example `{"LayersSize":1982256,"Images":[{"Containers":4,"SharedSize":0,"Size":1982256}],"Containers":[],"Volumes":[],"BuildCache":null}`
 */
export function parseDiskUsage(body: string): Reading<Record<ReclaimableKind, number>> {
  return andThen(parseObject(body), (usage) => {
    const images = summed(usage, 'ImageUsage') ?? ofImages(usage);
    const containers = summed(usage, 'ContainerUsage') ?? ofContainers(usage);
    const volumes = summed(usage, 'VolumeUsage') ?? ofVolumes(usage);
    const buildCache = summed(usage, 'BuildCacheUsage') ?? ofBuildCache(usage);
    return images === undefined || containers === undefined || volumes === undefined
      ? unexpected('an object with lists "Images", "Containers", "Volumes" or their "…Usage"', body)
      : ok({ images, containers, volumes, build_cache: buildCache });
  });
}

function summed(usage: JsonObject, key: string): number | undefined {
  const summary = objectAt(usage, key);
  return summary === undefined ? undefined : (numberAt(summary, 'Reclaimable') ?? 0);
}

function ofImages(usage: JsonObject): number | undefined {
  const used = sum(objectsAt(usage, 'Images'), (image) => {
    const size = known(image, 'Size');
    const shared = known(image, 'SharedSize');
    // -1 containers: not counted, so it may be in use.
    return numberAt(image, 'Containers') === 0 || size === undefined || shared === undefined ? 0 : size - shared;
  });
  return used === undefined ? undefined : Math.max(0, (numberAt(usage, 'LayersSize') ?? 0) - used);
}

const ofContainers = (usage: JsonObject) =>
  sum(objectsAt(usage, 'Containers'), (container) =>
    activeStates.has(stringAt(container, 'State') ?? '') ? 0 : (known(container, 'SizeRw') ?? 0),
  );

const ofVolumes = (usage: JsonObject) =>
  sum(objectsAt(usage, 'Volumes'), (volume) => {
    const data = objectAt(volume, 'UsageData');
    return data !== undefined && numberAt(data, 'RefCount') === 0 ? (known(data, 'Size') ?? 0) : 0;
  });

/** Engines before 18.09 have no list of records; `BuilderSize` is their whole cache, none of it in use. */
const ofBuildCache = (usage: JsonObject): number =>
  sum(objectsAt(usage, 'BuildCache'), (record) =>
    record['InUse'] === true || record['Shared'] === true ? 0 : (known(record, 'Size') ?? 0),
  ) ??
  known(usage, 'BuilderSize') ??
  0;

/** A size; the Engine writes −1 for one that it did not work out. */
function known(object: JsonObject, key: string): number | undefined {
  const value = numberAt(object, key);
  return value === undefined || value < 0 ? undefined : value;
}

const sum = (list: readonly JsonObject[] | undefined, of: (each: JsonObject) => number): number | undefined =>
  list?.reduce((total, each) => total + of(each), 0);
