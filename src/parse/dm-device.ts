/** `docker-<major:minor of the data root>-<its inode>-<id>`, with `-init` for the layer below a container. */
const containerDevice = /^docker-\d+:\d+-\d+-[0-9a-f]{64}(?:-init)?$/;

/**
 * Whether a device-mapper device was made by Docker's devicemapper storage driver for a container or an
 * image layer. `…-pool` and `…-base` belong to the driver itself. `…-init` counts: it is a device like the
 * others, and may be left behind by a container whose creation was broken off. Logical volumes of a volume
 * group called `docker` (`docker-thinpool`, `docker-thinpool_tdata`) do not.
 *
 * Source: `/sys/block/dm-N/dm/name` (Documentation/ABI/testing/sysfs-block-dm).
 *
 * @example `docker-254:0-131098-57b8a16e6e2f88d1f219d7cfb0210ed116cf1b90fa0b109551ab35a518909654`
 */
export const isContainerDevice = (name: string): boolean => containerDevice.test(name);
