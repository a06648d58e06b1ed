export const storageDrivers = [
  'devicemapper',
  'aufs',
  'overlay',
  'overlay2',
  'overlayfs',
  'btrfs',
  'zfs',
  'fuse-overlayfs',
] as const;
export type StorageDriver = (typeof storageDrivers)[number];

/**
 * A container's root file system. `key` says *what* is mounted (device name, upper directory, super
 * block), never where: a copy or a bind mount of it at another place has the same key.
 */
export interface RootFilesystem {
  readonly driver: StorageDriver;
  readonly key: string;
}

/** One container root file system mounted in a mount namespace, once however often it is mounted there. */
export interface HostRootMount extends RootFilesystem {
  readonly mountPoint: string;
}

export interface HostMounts {
  readonly roots: readonly HostRootMount[];
  /** Key of the host's own `/`, where the host is itself a container. */
  readonly ownRoot: string | undefined;
  /** nsfs mounts under `docker/netns`. */
  readonly networkNamespaces: number;
  /** Names below `/dev/mapper/` that are the source of a mount. */
  readonly devicemapperSources: readonly string[];
}

/** `/sys/block/dm-N/dm/name` of the devices that the devicemapper storage driver made. */
export interface DevicemapperDevices {
  readonly names: readonly string[];
}

export interface FilesystemSize {
  readonly sizeBytes: number;
  readonly availableBytes: number;
}
