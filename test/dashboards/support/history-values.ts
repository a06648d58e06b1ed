import type { Labels } from './grafana.ts';
import type { ValueAt } from './history.ts';

const hour = 3600;

/** Limits, sizes and versions are the same at all times. */
const constants =
  /_(info|limit|size_bytes|cpus|timestamp_seconds|up|success|state|bool|visibility|advisory|advisories|signals:sum)$|^up$|_max_fds$|^ALERTS|hosts/;

/** How long ago sick hosts were booted, and by how many seconds their last boot was earlier. */
export const lastBoot = 3 * hour;
const bootedEarlier = 9000;

/**
 * What a gauge was. On a sick host it grew evenly to what it is, by a third in a day, and the host was booted
 * anew; on others it was always the same.
 */
export function valueAt({ __name__: name = '' }: Labels, value: number, isSick: boolean): ValueAt {
  if (!isSick) return () => value;
  if (/_(start_time|boot_time)_seconds$/.test(name)) return (age) => (age > lastBoot ? value - bootedEarlier : value);
  // an alert that fires from the beginning of time would be no news in any range
  if (name === 'ALERTS' || name === 'ALERTS_FOR_STATE') return (age) => (age < 2 * hour ? value : undefined);
  if (constants.test(name)) return () => value;
  return (age) => value * (1 - age / (78 * hour));
}
