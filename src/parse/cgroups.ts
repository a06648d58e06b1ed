import type { CgroupCounts } from '../model/containers.ts';
import { ok, type Reading } from '../model/reading.ts';
import { unexpected, wholeNumber } from './text.ts';

const header = '#subsys_name';

/**
 * Parses `/proc/cgroups` (cgroups(7)): the number of cgroups of the hierarchy that has most. Containers
 * have a cgroup in every hierarchy, so adding hierarchies up would count each container several times.
 *
 * On cgroup v1 the kernel counts a removed cgroup until its memory is released and does not tell the two
 * apart: `dying` is undefined and `live` includes them.
 *
 * @example
 * ```
 * #subsys_name	hierarchy	num_cgroups	enabled
 * memory	4	10	1
 * ```
 */
export function parseCgroups(text: string): Reading<CgroupCounts> {
  const [first = '', ...rows] = text.trimEnd().split('\n');
  if (!first.startsWith(header)) return unexpected(`a table under "${header}"`, text);
  let live: number | undefined;
  for (const row of rows) {
    const [, hierarchy, cgroups, enabled] = row.split('\t');
    const count = wholeNumber(cgroups);
    if (count === undefined || wholeNumber(hierarchy) === undefined || wholeNumber(enabled) === undefined) {
      return unexpected('"name hierarchy num_cgroups enabled"', row);
    }
    live = Math.max(live ?? 0, count);
  }
  return live === undefined ? unexpected('at least one controller', text) : ok({ live, dying: undefined });
}
