/** One mount; `options` and `optional` have the values most mounts have. */
export interface Mount {
  readonly id: number;
  readonly parent: number;
  /** `major:minor` of the super block. */
  readonly device: string;
  /** Directory of the file system that is mounted; `/` when it is the whole. */
  readonly root?: string;
  readonly at: string;
  readonly options?: string;
  /** Propagation, e.g. `shared:1`. */
  readonly optional?: string;
  readonly type: string;
  readonly source: string;
  readonly superOptions?: string;
}

/**
 * The text of `/proc/PID/mountinfo`.
 *
 * Example line: `48 34 253:3 / /mnt/x rw,relatime shared:4 - ext4 /dev/mapper/docker-254:0-131098-44ea rw,stripe=16`
 */
export function mountinfo(mounts: readonly Mount[]): string {
  return mounts.map((mount) => `${mountinfoLine(mount)}\n`).join('');
}

function mountinfoLine(mount: Mount): string {
  const { root = '/', options = 'rw,relatime', optional, superOptions = 'rw' } = mount;
  const where = `${mount.id} ${mount.parent} ${mount.device} ${root} ${mount.at} ${options}`;
  return `${where}${optional === undefined ? '' : ` ${optional}`} - ${mount.type} ${mount.source} ${superOptions}`;
}
