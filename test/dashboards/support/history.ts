import type { Series } from './api.ts';
import type { Labels } from './grafana.ts';
import { counterAt, isCounter } from './history-counters.ts';
import { valueAt } from './history-values.ts';
import { goneHost } from './hosts.ts';

/** Which hosts were other than they are now. */
export interface Past {
  /** Unix time, whole seconds; what is scraped begins after it. */
  readonly until: number;
  /** Hosts on which things got worse. */
  readonly sick: ReadonlySet<string>;
  readonly withCluster: (labels: Labels) => Labels;
}

const minute = 60;
const hour = 60 * minute;

/** Seconds before now: each minute of the last 7 hours, and before that each five minutes of 26 hours. */
export const ages: readonly number[] = [
  ...Array.from({ length: (19 * hour) / (5 * minute) }, (_, index) => 26 * hour - index * 5 * minute),
  ...Array.from({ length: 7 * minute + 1 }, (_, index) => 7 * hour - index * minute),
];

/** Where a series was not yet or no longer. */
export type ValueAt = (age: number) => number | undefined;

/** The past of each series of the present, as lines of OpenMetrics. */
export function* historyOf(present: readonly Series[], past: Past): Generator<string> {
  for (const series of present) {
    const value = Number(series.points[0]?.[1]);
    const isSick = past.sick.has(series.labels['instance'] ?? '');
    const at = isCounter(series.labels)
      ? counterAt(series.labels, value, isSick)
      : valueAt(series.labels, value, isSick);
    yield linesOf(past.withCluster(series.labels), at, past.until);
  }
  for (const name of ['up', 'dockerhost_exporter_build_info']) {
    const gone = { __name__: name, job: 'docker-host', instance: goneHost.instance };
    yield linesOf(past.withCluster(gone), (age) => (age > 40 * minute ? 1 : undefined), past.until);
  }
}

function linesOf(labels: Labels, at: ValueAt, until: number): string {
  const { __name__: name, ...others } = labels;
  const pairs = Object.entries(others).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  const head = `${name}{${pairs.join(',')}}`;
  const lines = ages.flatMap((age) => {
    const value = at(age);
    return value === undefined ? [] : [`${head} ${value} ${until - age}\n`];
  });
  return lines.join('');
}
