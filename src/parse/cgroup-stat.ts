import type { CgroupCounts } from '../model/containers.ts';
import { ok, type Reading } from '../model/reading.ts';
import { findLine, unexpected, wholeNumber } from './text.ts';

/**
 * Parses `cgroup.stat` of a cgroup v2 directory (Documentation/admin-guide/cgroup-v2.rst): the cgroups
 * below it. `nr_descendants` counts those that can be seen; `nr_dying_descendants`, apart from them, those
 * that were removed and are kept in memory by what is still charged to them.
 *
 * @example
 * ```
 * nr_descendants 5
 * nr_dying_descendants 3
 * ```
 */
export function parseCgroupStat(text: string): Reading<CgroupCounts> {
  const live = field(text, 'nr_descendants');
  if (live.kind !== 'ok') return live;
  const dying = field(text, 'nr_dying_descendants');
  return dying.kind === 'ok' ? ok({ live: live.value, dying: dying.value }) : dying;
}

function field(text: string, name: string): Reading<number> {
  const line = findLine(text, `${name} `);
  const value = wholeNumber(line?.slice(name.length + 1));
  return value === undefined ? unexpected(`a line "${name} <number>"`, line ?? text) : ok(value);
}
