/**
 * What a host said last: the Engine says nothing of itself while it hangs, and that is when its version is asked for.
 *
 * Use: `lastKnown(host, 'dockerhost_engine_info')`, one series for each instance. Two versions may be within the six
 * hours, and one counts.
 */
import type { host } from './queries.ts';

export function lastKnown(select: typeof host, metric: string): string {
  const series = select(metric);
  const labels = 'cluster, job, instance';
  return `topk by (${labels}) (1, ${series} or on (${labels}) last_over_time(${series}[6h]))`;
}
