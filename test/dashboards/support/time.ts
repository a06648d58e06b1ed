import type { RangeOfTime } from './api.ts';
import type { Values } from './interpolate.ts';
import type { Query } from './queries.ts';

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds of `90s`, `6h`, also of `>5m` as Grafana writes a smallest interval. */
export function secondsOf(text: string): number {
  const [, count, unit = ''] = /^>?\s*(\d+)([smhdw])$/.exec(text.trim()) ?? [];
  const size = seconds[unit];
  if (count === undefined || size === undefined) throw new Error(`expected a duration such as 6h, got ${text}`);
  return Number(count) * size;
}

/** How often the data source says that it scrapes; the past is back-filled at this pace. */
export const scrapeSeconds = 60;

/** About as many points as a panel of half a screen has pixels. */
const points = 800;

/** The range and the step that Grafana would ask for, ending at `now`. */
export function rangeOf({ span, interval }: Pick<Query, 'span' | 'interval'>, now: number): RangeOfTime {
  const length = secondsOf(span);
  const smallest = interval === undefined || interval.includes('$') ? scrapeSeconds : secondsOf(interval);
  const step = Math.max(smallest, Math.ceil(length / points));
  return { from: now - length, to: now, step };
}

/** Grafana's own variables for a range. */
export function timeValues({ from, to, step }: RangeOfTime): Values {
  const length = to - from;
  const rate = Math.max(step + scrapeSeconds, 4 * scrapeSeconds);
  const raw = (value: string | number) => ({ raw: `${value}` });
  return {
    __interval: raw(`${step}s`),
    __interval_ms: raw(step * 1000),
    __rate_interval: raw(`${rate}s`),
    __range: raw(`${length}s`),
    __range_s: raw(length),
    __range_ms: raw(length * 1000),
    __from: raw(from * 1000),
    __to: raw(to * 1000),
  };
}
