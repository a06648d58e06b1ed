import type { ImageAnswer, VolumeAnswer } from '../../support/engine-answers.ts';
import { dockerContainers } from './containers.ts';
import { overlay2Figures } from './figures.ts';

const { containers, images, volumes } = overlay2Figures;

/** Bytes that a clean-up would give back, by kind. */
export const reclaimable = {
  images: 240_000_007,
  containers: 5_242_880,
  volumes: 1_073_741_824,
  buildCache: 734_003_200,
} as const;

const cacheRecords = 12;

/** `GET /system/df` since API 1.52: a summary for each kind, the items only on demand. */
export const diskUsage = {
  ImageUsage: usage(1, images.tagged + images.dangling, 600_000_010, reclaimable.images),
  ContainerUsage: usage(containers.running, dockerContainers.length, 9_437_184, reclaimable.containers),
  VolumeUsage: usage(volumes.used, volumes.used + volumes.unused, 6_442_450_944, reclaimable.volumes),
  BuildCacheUsage: usage(0, cacheRecords, reclaimable.buildCache, reclaimable.buildCache),
};

function usage(active: number, total: number, size: number, reclaimableBytes: number) {
  return { ActiveCount: active, TotalCount: total, TotalSize: size, Reclaimable: reclaimableBytes };
}

/** The same before API 1.52: the items, from which a client adds up. */
export const legacyDiskUsage = (imageList: readonly ImageAnswer[], volumeList: readonly VolumeAnswer[]) => ({
  LayersSize: 600_000_010,
  Images: imageList,
  Containers: dockerContainers.map(({ id, state }) => ({
    Id: id,
    State: state,
    SizeRw: state === 'running' ? 1_398_101 : reclaimable.containers / (dockerContainers.length - containers.running),
  })),
  Volumes: volumeList.map((volume, index) => {
    const used = index < volumes.used;
    const Size = used ? 2_684_354_560 : reclaimable.volumes / volumes.unused;
    return { ...volume, UsageData: { RefCount: used ? 1 : 0, Size } };
  }),
  BuildCache: Array.from({ length: cacheRecords }, (_, index) => ({
    ID: `record-${index}`,
    InUse: false,
    Shared: false,
    Size: Math.floor(reclaimable.buildCache / cacheRecords),
  })),
});
