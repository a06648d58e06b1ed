import type { DaemonProcess } from '../../model/daemons.ts';
import { okValue } from '../../model/reading.ts';

/**
 * Command that raises the limit of descriptors of a running process: twice the soft limit, and never a hard
 * limit that is lower than the one there is.
 *
 * @example `prlimit --pid 100 --nofile=2048:4096`
 */
export function higherLimit({ pid, maxFds }: DaemonProcess): string {
  const { soft, hard } = okValue(maxFds) ?? { soft: 0, hard: 0 };
  const twice = Number(soft) * 2;
  const highest = hard === 'unlimited' ? hard : Math.max(hard, twice);
  return `prlimit --pid ${pid} --nofile=${twice}:${highest}`;
}
