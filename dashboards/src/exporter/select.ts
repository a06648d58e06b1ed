/** Selectors for any number of exporters. */
import { onHost } from '../fleet/joins.ts';
import { fleet } from '../lib/queries.ts';

export const exporters: typeof fleet = (metric, ...matchers) => fleet(metric, 'instance=~"$instance"', ...matchers);

/** Of series that other programs have, too, such as those of a process: those of exporters that are up. */
export const ofRunning = (expr: string): string =>
  `${expr} and ${onHost()} ${exporters('dockerhost_exporter_build_info')}`;

const up = exporters('up');

/** Targets that were there an hour ago and are not any more, as in the alert. */
export const lost = `(group by (cluster, job, instance) (last_over_time(${up}[5m] offset 1h)) unless group by (cluster, job, instance) (${up}))`;
