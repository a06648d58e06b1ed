import { ok, type Reading } from '../model/reading.ts';
import { unexpected, wholeNumber } from './text.ts';

/**
 * Parses `cgroup.procs`, the process ids of one cgroup (cgroup-v2.rst, cgroup-v1/cgroups.rst). The kernel
 * promises neither order nor that an id comes once; here it does. An empty file is a cgroup without
 * processes. A `0` stands for a process that the reader's PID namespace cannot name and is left out.
 *
 * @example
 * ```
 * 759
 * 788
 * ```
 */
export function parsePids(text: string): Reading<number[]> {
  const pids = new Set<number>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const pid = wholeNumber(line);
    if (pid === undefined) return unexpected('one process id a line', line);
    if (pid !== 0) pids.add(pid);
  }
  return ok([...pids]);
}
