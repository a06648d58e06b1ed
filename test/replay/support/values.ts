import { at, type SeriesLine } from '../../../scripts/docs/incident-timeline.ts';

/** A sample, or none: `_` where nothing is said, `stale` where a scrape did not come through or a series is gone. */
export type Sample = number | '_' | 'stale';

/** The values of a series at each sample, `step` seconds apart. @throws if nothing is said for the beginning */
export function samplesOf(line: SeriesLine, step: number, count: number): readonly Sample[] {
  const joined = line.points !== undefined;
  const keys = Object.entries(line.points ?? line.steps ?? {})
    .map(([time, value]) => ({ time: at(time), value }))
    .sort((a, b) => a.time - b.time);
  if (keys[0]?.time !== 0) throw new Error(`${line.series}: expected a value at 0h`);
  let last = 0;
  return Array.from({ length: count }, (_, index) => {
    const now = index * step;
    while ((keys[last + 1]?.time ?? Number.POSITIVE_INFINITY) <= now) last += 1;
    const [from, to] = [keys[last], keys[last + 1]];
    if (from === undefined || from.value === '_') return '_';
    const slope = joined && to !== undefined ? (Number(to.value) - from.value) / (to.time - from.time) : 0;
    const unit = line.unit ?? 1;
    // Divided once more, because 0.1 * 3 is not 0.3.
    return Number((Math.round((from.value + slope * (now - from.time)) / unit) * unit).toFixed(6));
  });
}

/** In promtool's notation: `5x3` is four samples of 5. What ends is stale at once, as after a scrape without it. */
export function notationOf(samples: readonly Sample[]): string {
  const parts: string[] = [];
  for (let index = 0; index < samples.length; ) {
    const sample = samples[index] ?? '_';
    let end = index + 1;
    while (end < samples.length && samples[end] === sample) end += 1;
    parts.push(...run(sample, end - index, index > 0 && samples[index - 1] !== '_'));
    index = end;
  }
  return parts.join(' ');
}

function run(sample: Sample, length: number, afterValue: boolean): readonly string[] {
  if (sample === '_' || sample === 'stale') {
    const blanks = afterValue ? length - 1 : length;
    return [...(afterValue ? ['stale'] : []), ...(blanks > 0 ? [`_x${blanks}`] : [])];
  }
  return [length > 1 ? `${sample}x${length - 1}` : `${sample}`];
}
