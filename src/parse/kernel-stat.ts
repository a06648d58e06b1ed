import type { KernelStat } from '../model/host.ts';
import { ok, type Reading } from '../model/reading.ts';
import { findLine, unexpected, wholeNumber } from './text.ts';

/**
 * Parses `/proc/stat` (proc_stat(5)): boot time (Unix seconds) and number of online CPUs. The `intr`
 * line between the two has a number for each interrupt and can be tens of kilobytes long.
 *
 * @example
 * ```
 * cpu  4431 0 4376 6613 695 0 48 0 0 0
 * cpu0 2220 0 2023 3432 386 0 22 0 0 0
 * btime 1795351141
 * ```
 */
export function parseKernelStat(text: string): Reading<KernelStat> {
  const line = findLine(text, 'btime ');
  const bootTime = wholeNumber(line?.slice('btime '.length));
  if (bootTime === undefined) return unexpected('a line "btime <unix time>"', line ?? text);
  const cpus = text.match(/^cpu\d+ /gm)?.length;
  return cpus === undefined ? unexpected('lines "cpu<N> …"', text) : ok({ bootTime, cpus });
}
